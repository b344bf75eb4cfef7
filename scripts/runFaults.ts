import { parseArgs } from 'node:util'

import { faultCases } from '../test/faults/faultCases.ts'
import { type FaultResult, runCases, whyNot } from '../test/faults/runCases.ts'
import type { FaultSettings } from '../test/faults/support/faultCase.ts'

const usage = `npm run test:faults -- [--only K1,K2,poison,random,…] [--except …] [--kills 50] [--rounds 3] [--events 0] [--seconds 0] [--away 10] [--calm 1] [--feed table|redis] [--seed N]
  --kills    deaths in the case "random"
  --calm     makes the pauses between the deaths of "random" so many times longer
  --rounds   repetitions of every other case
  --events   keeps "random" going until there are at least this many
  --feed     what tells workers of due deliveries
  --away     seconds that Redis, connections and disk space stay away
  --seconds  keeps "random" going at least this long
Cases: ${faultCases.map(({ name }) => name).join(', ')}`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    except: { type: 'string' },
    kills: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '3' },
    events: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '0' },
    calm: { type: 'string', default: '1' },
    away: { type: 'string', default: '10' },
    feed: { type: 'string', default: 'table' },
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

function namesIn(list: string | undefined): string[] | undefined {
  const names = list?.split(',')
  const unknown = names?.filter((name) => !faultCases.some((fault) => fault.name === name)) ?? []
  if (unknown.length > 0) throw new Error(`no such case: ${unknown.join(', ')}\n${usage}`)
  return names
}

async function main(): Promise<void> {
  if (values.help) return console.log(usage)
  const wanted = namesIn(values.only)
  const unwanted = namesIn(values.except)
  const chosen = faultCases.filter(
    ({ name }) => (wanted?.includes(name) ?? true) && unwanted?.includes(name) !== true,
  )
  const judged = chosen.map((fault) => ({ fault, reason: whyNot(fault) }))
  const runnable = judged.flatMap(({ fault, reason }) => (reason === undefined ? [fault] : []))
  const skipped = judged.flatMap(({ fault, reason }) =>
    reason === undefined ? [] : [`${fault.name} (${reason})`],
  )
  const seed = Number(values.seed)
  console.log(`seed ${seed}`)
  if (values.feed !== 'table' && values.feed !== 'redis') throw new Error(usage)
  const settings: FaultSettings = {
    seed,
    feed: values.feed,
    kills: Number(values.kills),
    rounds: Number(values.rounds),
    events: Number(values.events),
    seconds: Number(values.seconds),
    calm: Number(values.calm),
    away: Number(values.away),
  }
  const results = await runCases(runnable, settings, (line) => console.log(line))
  const failed = results.filter(({ report }) => report.problems.length > 0).length
  console.log(`\n${table(results)}\nseed ${seed}`)
  console.log(
    `${results.length - failed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped: ${skipped.join(', ')}` : ''}`,
  )
  process.exit(failed > 0 ? 1 : 0)
}

await main()
