import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createShutdown } from '../../../src/app-server/createShutdown.ts'
import { ensureBuild } from '../../../src/app-server/ensureBuild.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'

/** Stands where Next's command line stands: notes that it ran, and ends as the project says. */
const fakeNext = `
const fs = require('node:fs')
fs.appendFileSync('builds.log', process.argv.slice(2).join(' ') + '\\n')
const code = fs.existsSync('exit-code') ? Number(fs.readFileSync('exit-code', 'utf8')) : 0
if (code === 0) fs.writeFileSync('.next/BUILD_ID', 'x')
if (fs.existsSync('hang')) setInterval(() => undefined, 1000)
else process.exit(code)
`

let projectDir: string
beforeEach(async () => {
  projectDir = await mkdtemp(join(tmpdir(), 'flowmasters-test-ensure-build-'))
  await mkdir(join(projectDir, 'src'))
  await writeFile(join(projectDir, 'src/page.tsx'), 'one')
  await mkdir(join(projectDir, 'node_modules/next/dist/bin'), { recursive: true })
  await writeFile(join(projectDir, 'node_modules/next/dist/bin/next'), fakeNext)
})
afterEach(() => rm(projectDir, { recursive: true, force: true }))

const shutdown = () =>
  createShutdown({ logger: silentLogger, exit: () => undefined, now: Date.now })
const build = (): Promise<void> =>
  ensureBuild({ projectDir, logger: silentLogger, shutdown: shutdown() })
const builds = (): string[] => {
  const file = join(projectDir, 'builds.log')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

describe('the build', () => {
  test('is made when there is none, and not again while nothing has changed', async () => {
    await build()
    await build()
    expect(builds()).toEqual(['build'])
  })

  test('is made again after a change of the sources', async () => {
    await build()
    await writeFile(join(projectDir, 'src/page.tsx'), 'two')
    await build()
    await build()
    expect(builds()).toHaveLength(2)
  })

  test('is made again when it was taken away, or never finished', async () => {
    await build()
    await rm(join(projectDir, '.next/BUILD_ID'))
    await build()
    expect(builds()).toHaveLength(2)
  })

  test('that fails is told with its code, and tried again by the next start', async () => {
    await writeFile(join(projectDir, 'exit-code'), '3')
    await expect(build()).rejects.toMatchObject({
      code: 'FLOW_APP_BUILD_FAILED',
      message: expect.stringContaining('code 3'),
    })
    await rm(join(projectDir, 'exit-code'))
    await build()
    expect(builds()).toHaveLength(2)
  })

  test('that fails after a good one does not pass for fresh', async () => {
    await build()
    await writeFile(join(projectDir, 'src/page.tsx'), 'broken')
    await writeFile(join(projectDir, 'exit-code'), '1')
    await expect(build()).rejects.toMatchObject({ code: 'FLOW_APP_BUILD_FAILED' })
    await expect(build()).rejects.toMatchObject({ code: 'FLOW_APP_BUILD_FAILED' })
    expect(builds()).toHaveLength(3)
  })

  test('is made once by processes that start together', async () => {
    await Promise.all([build(), build(), build()])
    expect(builds()).toHaveLength(1)
  })

  test('ends with the process that wanted it', async () => {
    await writeFile(join(projectDir, 'hang'), '')
    const ending = shutdown()
    const built = ensureBuild({ projectDir, logger: silentLogger, shutdown: ending })
    const outcome = expect(built).rejects.toMatchObject({ code: 'FLOW_APP_BUILD_FAILED' })
    while (builds().length === 0) await new Promise((resolve) => setImmediate(resolve))
    await ending.run(0)
    await outcome
  })
})
