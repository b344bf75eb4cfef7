import { isRecord } from '../../kernel/isRecord.ts'

/** What can be typed against a value. */
export type FieldKind = 'number' | 'text' | 'date' | 'boolean' | 'enum' | 'unknown'

/** A value of the event that a condition may look at. */
export type FieldChoice = {
  /** Path from the envelope: `data.current.total.ru.amount`. */
  path: string
  kind: FieldKind
  /** Allowed values of an `enum`. */
  options: readonly string[]
}

type Walk = { locales: readonly string[]; found: Map<string, FieldChoice> }

const deepest = 6

/**
 * Every value of the types' schemas, as paths; a localised field gives one path per language of the site, an array
 * `items.*.sku`. Values several types share come once.
 */
export function fieldChoices(
  schemas: readonly unknown[],
  locales: readonly string[],
): FieldChoice[] {
  const walk: Walk = { locales, found: new Map() }
  for (const schema of schemas) visit(schema, 'data', walk)
  return [...walk.found.values()]
}

function visit(schema: unknown, path: string, walk: Walk): void {
  if (path.split('.').length > deepest || !isRecord(schema)) return
  const variants = variantsOf(schema)
  const properties = variants.flatMap((variant) =>
    isRecord(variant['properties']) ? Object.entries(variant['properties']) : [],
  )
  for (const [name, inner] of properties) visit(inner, `${path}.${name}`, walk)
  if (properties.length > 0) return
  const perLocale = variants.find((variant) => isLocalised(variant))
  if (perLocale) {
    for (const locale of walk.locales) {
      visit(perLocale['additionalProperties'], `${path}.${locale}`, walk)
    }
    return
  }
  const list = variants.find((variant) => variant['type'] === 'array')
  if (list && isRecord(list['items']) && variantsOf(list['items']).some(hasProperties)) {
    visit(list['items'], `${path}.*`, walk)
    return
  }
  add({ path, ...kindOf(variants) }, walk)
}

function add(choice: FieldChoice, { found }: Walk): void {
  const known = found.get(choice.path)
  if (!known) found.set(choice.path, choice)
  else if (known.kind !== choice.kind)
    found.set(choice.path, { ...known, kind: 'unknown', options: [] })
}

function kindOf(variants: readonly Record<string, unknown>[]): Omit<FieldChoice, 'path'> {
  const options = variants.flatMap((variant) =>
    Array.isArray(variant['enum'])
      ? variant['enum'].filter((value) => typeof value === 'string')
      : [],
  )
  if (options.length > 0) return { kind: 'enum', options }
  if (variants.some((variant) => variant['format'] === 'date-time'))
    return { kind: 'date', options }
  const types = new Set(variants.flatMap((variant) => variant['type'] ?? []))
  types.delete('null')
  const [type] = types
  if (types.size !== 1) return { kind: 'unknown', options }
  if (type === 'number' || type === 'integer') return { kind: 'number', options }
  if (type === 'string') return { kind: 'text', options }
  return { kind: type === 'boolean' ? 'boolean' : 'unknown', options }
}

function variantsOf(schema: Record<string, unknown>): Record<string, unknown>[] {
  const inner = schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']
  if (!Array.isArray(inner)) return [schema]
  return inner
    .filter(isRecord)
    .flatMap(variantsOf)
    .filter((variant) => variant['type'] !== 'null')
}

function isLocalised(variant: Record<string, unknown>): boolean {
  const open = variant['additionalProperties']
  return isRecord(variant['propertyNames']) && isRecord(open) && Object.keys(open).length > 0
}

function hasProperties(variant: Record<string, unknown>): boolean {
  return isRecord(variant['properties'])
}
