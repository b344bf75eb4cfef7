import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { runTopology, type TopologyResult } from '../test/topology/runTopology.ts'

const projectDir = resolve(fileURLToPath(import.meta.url), '../..')
const flag = process.argv.indexOf('--orders')
const orders = flag === -1 ? 500 : Number(process.argv[flag + 1])

const isGood = ({ ghosts, lost, problems }: TopologyResult): boolean =>
  lost + ghosts + problems.length === 0

/** `npm run topology [-- --orders 500]`: the processes of a larger site, all replaced in turn under load. */
const results = []
for (const withRedis of [false, true]) {
  const result = await runTopology({ orders, projectDir, withRedis })
  results.push({ feed: withRedis ? 'Redis' : 'table', ...result })
}
console.table(results.map(({ problems, ...row }) => ({ ...row, problems: problems.join('; ') })))
const failed = results.filter((result) => !isGood(result)).length
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
