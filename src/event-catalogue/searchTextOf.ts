import type { AnyEventDefinition } from './eventDefinition.ts'

/** Everything a person may look for about a type, in all languages. */
export function searchTextOf({ area, firesWhen, summary, type }: AnyEventDefinition): string {
  const texts = [summary, firesWhen, area.label].flatMap(({ en, ru }) => [en, ru])
  return [type, area.slug, ...texts].join(' ')
}
