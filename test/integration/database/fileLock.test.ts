import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { withFileLock } from '../../../src/database/embedded/withFileLock.ts'
import { temporaryFolder } from './temporaryFolder.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let file: string
beforeEach(async () => {
  folder = await temporaryFolder()
  file = join(folder.path, 'lock')
})
afterEach(() => folder.remove())

const locked = <Result>(work: () => Promise<Result>, timeoutMs = 5_000): Promise<Result> =>
  withFileLock({ file, timeoutMs, work })
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a lock by file', () => {
  test('within one process: one at a time, in the order of asking, failures notwithstanding', async () => {
    const seen: string[] = []
    const work = (name: string) => async () => {
      seen.push(`${name} in`)
      await turn()
      seen.push(`${name} out`)
      if (name === 'b') throw new Error('no')
      return name
    }
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => locked(work(name))))
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
    expect(existsSync(file)).toBe(false)
  })

  test('between processes: nobody is ever inside together with somebody', async () => {
    const log = join(folder.path, 'log')
    const script = new URL('./holdLock.ts', import.meta.url).pathname
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--import', 'tsx', script, file, log, '15'], {
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    )
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]))
    expect(codes).toEqual([0, 0, 0, 0])
    const lines = readFileSync(log, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(60)
    expect(lines.filter((line) => line !== 'alone')).toEqual([])
  })

  test.each([
    ['of a process that is no more', '999999999\n'],
    ['of an earlier process with our number', `${process.pid}\n`],
  ])('left behind by a start %s is taken over', async (_whose, text) => {
    writeFileSync(file, text)
    expect(await locked(async () => 'in')).toBe('in')
  })

  test('that has no name in it yet is somebody’s; one that stays so is nobody’s', async () => {
    writeFileSync(file, '')
    await expect(locked(async () => 'in', 0)).rejects.toMatchObject({
      code: 'FLOW_DATABASE_START_LOCKED',
    })
    const longAgo = Date.now() / 1_000 - 60
    utimesSync(file, longAgo, longAgo)
    expect(await locked(async () => 'in')).toBe('in')
  })

  test('held by a living process is an error with its number, after a while', async () => {
    writeFileSync(file, `${process.ppid}\n`)
    await expect(locked(async () => 'in', 0)).rejects.toThrow(String(process.ppid))
    expect(existsSync(file)).toBe(true)
  })
})
