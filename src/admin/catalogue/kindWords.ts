import type { SchemaField } from '../../event-catalogue/schemaFields.ts'
import type { Texts } from '../texts/en.ts'

/** What a value is, in a few words: "list: id", "one of: paid, pending". */
export function kindWords({ kind, of, options }: SchemaField, { catalogue }: Texts): string {
  const name = (each: string): string =>
    each === 'choice'
      ? `${catalogue.kinds['choice']}: ${options.join(', ')}`
      : (catalogue.kinds[each] ?? each)
  if (of === null) return name(kind)
  return kind === 'list' ? catalogue.listOf(name(of)) : catalogue.localisedOf(name(of))
}
