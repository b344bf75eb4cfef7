import { table } from '../../demo/print/table.ts'
import type { Harvest } from './createHarvest.ts'

/** What was made and what was there, by collection. */
export function harvestTable({ made, there }: Harvest): string {
  const collections = [...new Set([...made.map(({ collection }) => collection), ...there.keys()])]
  const madeOf = (slug: string): number =>
    made.filter(({ collection }) => collection === slug).length
  const rows = collections
    .sort((one, other) => one.localeCompare(other))
    .map((slug) => [slug, madeOf(slug), there.get(slug) ?? 0])
  const all = [...there.values()].reduce((sum, count) => sum + count, 0)
  return table(['collection', 'made', 'were there'], [...rows, ['all', made.length, all]])
}
