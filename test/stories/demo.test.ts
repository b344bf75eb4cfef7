import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

type Run = { code: number | null; output: string }

/** What `npm run demo -- --quiet` runs, in a process of its own. */
function runDemo(): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', '--quiet'], {
    cwd: projectDir,
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

let run: Run
beforeAll(async () => {
  run = await runDemo()
}, 300_000)

/** Cells of the row that starts with `name`, in the first table that has one. */
const rowOf = (name: string): string[] =>
  (run.output.split('\n').find((line) => line.startsWith(`${name}  `)) ?? '').split(/ {2,}/)

describe('npm run demo', () => {
  test('log, receivers and mailbox agree about the whole day', () => {
    expect(run.output).not.toContain('WRONG')
    expect(run.output).toContain('log and receivers agree.')
    expect(run.code).toBe(0)
  })

  test('at least 50 operations mean the events that follow from them', () => {
    const [, operations, events] = /(\d+) operations, (\d+) events/.exec(run.output) ?? []
    expect(Number(operations)).toBeGreaterThanOrEqual(50)
    expect(rowOf('all')[1]).toBe(events)
    expect(rowOf('order.created')[1]).toBe('8')
    expect(rowOf('product.published')[1]).toBe('4')
  })

  test('EV-21: the sample filter lets only orders above 10 000 through', () => {
    // 20 000, 12 470 and 31 500 created; 20 000, 31 500 and 15 300 (published by the till) paid.
    const [, channel, deliveries, delivered] = rowOf('Big orders')
    expect([channel, deliveries, delivered]).toEqual(['webhook', '6', '6'])
  })

  test('EV-52: what failed for a while is retried until it arrives', () => {
    for (const name of ['Warehouse', 'Accounting']) {
      const [, , deliveries, delivered, , , attempts] = rowOf(name)
      expect(delivered).toBe(deliveries)
      expect(Number(attempts)).toBeGreaterThan(Number(deliveries))
    }
  })
})
