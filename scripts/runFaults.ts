import { parseArgs } from 'node:util'

import { faultCases } from '../test/faults/faultCases.ts'
import { canRun, type FaultResult, runCases } from '../test/faults/runCases.ts'

const usage = `npm run test:faults -- [--only K1,K2,poison,random,…] [--kills 50] [--rounds 3] [--seconds 0] [--seed N]
  --kills    deaths in the case "random"
  --rounds   repetitions of every other case
  --seconds  keeps "random" going at least this long
Cases: ${faultCases.map(({ name }) => name).join(', ')}`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    kills: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
})

const columns = [
  'case',
  'rounds',
  'kills',
  'events',
  'lost',
  'ghosts',
  'duplicates',
  'in flight',
  'recovery ms',
  'seconds',
  'result',
]

function table(results: readonly FaultResult[]): string {
  const rows = results.map(({ fault, report, seconds }) => [
    fault.name,
    report.rounds,
    report.kills,
    report.events,
    report.lost,
    report.ghosts,
    report.duplicates,
    report.inFlight,
    report.longestRecoveryMs,
    Math.round(seconds),
    report.problems.length === 0 ? 'passed' : 'FAILED',
  ])
  const lines = [columns, ...rows].map((row) => row.map(String))
  const widths = columns.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n')
}

async function main(): Promise<void> {
  if (values.help) return console.log(usage)
  const wanted = values.only?.split(',')
  const unknown = wanted?.filter((name) => !faultCases.some((fault) => fault.name === name))
  if (unknown && unknown.length > 0)
    throw new Error(`no such case: ${unknown.join(', ')}\n${usage}`)
  const chosen = faultCases.filter(({ name }) => wanted?.includes(name) ?? true)
  const runnable = chosen.filter(canRun)
  const seed = Number(values.seed)
  console.log(`seed ${seed}`)
  const settings = {
    seed,
    kills: Number(values.kills),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
  }
  const results = await runCases(runnable, settings, (line) => console.log(line))
  const failed = results.filter(({ report }) => report.problems.length > 0).length
  const skipped = chosen.length - runnable.length
  console.log(`\n${table(results)}\nseed ${seed}`)
  console.log(
    `${results.length - failed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped (no redis-server)` : ''}`,
  )
  process.exit(failed > 0 ? 1 : 0)
}

await main()
