import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { isProcessAlive } from '../../../src/database/embedded/isProcessAlive.ts'
import { until } from '../../support/flow/until.ts'

/** What npm does with `npm start`: a shell below it, and the program below the shell. */
const fakeNpm = `
const { spawn } = require('node:child_process')
const command = process.argv.slice(2).map((part) => "'" + part + "'").join(' ')
// The second command keeps the shell from becoming the program.
spawn('sh', ['-c', 'echo shell $$; ' + command + '; true'], { stdio: 'inherit' })
setInterval(() => undefined, 1000)
`
const child = new URL('./watchChild.ts', import.meta.url).pathname

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip

describeOnLinux('the npm above the application', () => {
  let folder: string
  let npm: ChildProcess
  let output = ''

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flowmasters-test-npm-'))
    const script = join(folder, 'npm-cli.js')
    await writeFile(script, fakeNpm)
    output = ''
    npm = spawn(process.execPath, [script, process.execPath, '--import', 'tsx', child], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    npm.stdout?.on('data', (chunk) => {
      output += String(chunk)
    })
    await until(() => output.includes('watching'), 'the application')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const shell = (): number => Number(/shell (\d+)/.exec(output)?.[1])
  const isOver = () => until(() => output.includes('gone'), 'the word that npm has gone')

  test('killed: the application is told', async () => {
    npm.kill('SIGKILL')
    await isOver()
    await until(() => !isProcessAlive(shell()), 'the end of the shell')
  })

  test('the shell between them killed: the same', async () => {
    process.kill(shell(), 'SIGKILL')
    await isOver()
    npm.kill('SIGKILL')
  })

  test('told once', async () => {
    npm.kill('SIGKILL')
    await isOver()
    expect(output.match(/gone/g)).toHaveLength(1)
  })
})
