import type { AnyEventDefinition } from './eventDefinition.ts'
import { toJsonSchema } from './toJsonSchema.ts'
import { isRecord } from '../kernel/isRecord.ts'

/** What a value is, in words for people. */
export type SchemaFieldKind =
  | 'text'
  | 'email'
  | 'date'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'id'
  | 'object'
  | 'list'
  | 'localised'
  | 'any'

/** One value inside an event's `data`. */
export type SchemaField = {
  /** Steps below `data`; `*` is any item of a list, `<locale>` a language. `current.items.*.price.amount` */
  path: string
  /** How deep it lies; 0 is a member of `data`. */
  depth: number
  kind: SchemaFieldKind
  /** Kind of a list's items or of a localised value. */
  of: SchemaFieldKind | null
  /** Values of a `choice`. */
  options: readonly string[]
  /** False when it may be missing. */
  isRequired: boolean
  /** Whether null is allowed. */
  isNullable: boolean
  description: string | null
}

type Node = Record<string, unknown>

/**
 * The fields of an event's `data` in reading order, nested ones below their parent. `previous` has the fields of
 * `current` and is not unfolded.
 */
export function schemaFields(definition: AnyEventDefinition): SchemaField[] {
  const fields: SchemaField[] = []
  const root: Node = { ...toJsonSchema(definition) }
  const names = Object.keys(propertiesOf([root]))
  const order = ['current', 'previous', 'changed']
  const extra = names.filter((name) => !order.includes(name))
  for (const name of [...extra, ...order.filter((known) => names.includes(known))]) {
    const schema = propertiesOf([root])[name]
    visit({ schema, path: name, depth: 0, isRequired: isRequired([root], name) }, fields)
  }
  return fields
}

type Visit = { schema: unknown; path: string; depth: number; isRequired: boolean }

function visit({ depth, isRequired: required, path, schema }: Visit, fields: SchemaField[]): void {
  const variants = variantsOf(schema)
  const solid = variants.filter(({ type }) => type !== 'null')
  const inner = innerOf(solid)
  const description = solid.map((variant) => variant['description']).find(isText) ?? null
  fields.push({
    path,
    depth,
    kind: kindOf(solid),
    of: inner ? kindOf(inner.variants) : null,
    options: (inner?.variants ?? solid).flatMap(optionsOf),
    isRequired: required,
    isNullable: variants.some(isNullable),
    description,
  })
  if (path === 'previous') return
  const members = inner ? inner.variants : solid
  const base = inner ? `${path}.${inner.step}` : path
  for (const [name, member] of Object.entries(propertiesOf(members))) {
    visit(
      {
        schema: member,
        path: `${base}.${name}`,
        depth: depth + 1,
        isRequired: isRequired(members, name),
      },
      fields,
    )
  }
}

/** What a list or a localised value holds. */
function innerOf(variants: readonly Node[]): { step: string; variants: Node[] } | null {
  for (const variant of variants) {
    if (variant['type'] === 'array') return { step: '*', variants: solidOf(variant['items']) }
    if (isLocalised(variant)) {
      return { step: '<locale>', variants: solidOf(variant['additionalProperties']) }
    }
  }
  return null
}

function kindOf(variants: readonly Node[]): SchemaFieldKind {
  if (variants.some((variant) => optionsOf(variant).length > 0)) return 'choice'
  if (variants.some(isLocalised)) return 'localised'
  const formats = variants.map((variant) => variant['format'])
  if (formats.includes('date-time')) return 'date'
  if (formats.includes('email')) return 'email'
  const types = new Set(variants.flatMap((variant) => variant['type'] ?? []))
  types.delete('null')
  if (types.size === 2 && types.has('string') && (types.has('number') || types.has('integer'))) {
    return 'id'
  }
  const [type] = types
  return types.size === 1 ? (kinds[String(type)] ?? 'any') : 'any'
}

const kinds: Readonly<Record<string, SchemaFieldKind>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  object: 'object',
  array: 'list',
}

function optionsOf(variant: Node): string[] {
  const values = 'const' in variant ? [variant['const']] : variant['enum']
  return Array.isArray(values) ? values.filter((value) => value !== null).map(String) : []
}

function variantsOf(schema: unknown): Node[] {
  if (!isRecord(schema)) return []
  const inner = schema['anyOf'] ?? schema['oneOf']
  return Array.isArray(inner) ? inner.flatMap(variantsOf) : [schema]
}

function solidOf(schema: unknown): Node[] {
  return variantsOf(schema).filter(({ type }) => type !== 'null')
}

function propertiesOf(variants: readonly Node[]): Record<string, unknown> {
  const all = variants.map((variant) => variant['properties']).filter(isRecord)
  return Object.assign({}, ...all)
}

/** A member that one of several shapes does not ask for may be missing. */
function isRequired(variants: readonly Node[], name: string): boolean {
  const shapes = variants.filter((variant) => isRecord(variant['properties']))
  return shapes.every(({ required }) => Array.isArray(required) && required.includes(name))
}

function isNullable({ const: constant, enum: values, type }: Node): boolean {
  const types = Array.isArray(type) ? type : [type]
  const isEmpty = values === undefined && type === undefined && constant === undefined
  return types.includes('null') || (Array.isArray(values) && values.includes(null)) || isEmpty
}

function isLocalised(variant: Node): boolean {
  const open = variant['additionalProperties']
  return isRecord(variant['propertyNames']) && isRecord(open) && Object.keys(open).length > 0
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
