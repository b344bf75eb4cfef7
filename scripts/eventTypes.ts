import { compile, type JSONSchema } from 'json-schema-to-typescript'

import { bundledCatalogue } from '../src/event-catalogue/bundledCatalogue.ts'
import type { AnyEventDefinition } from '../src/event-catalogue/eventDefinition.ts'
import { toJsonSchema } from '../src/event-catalogue/toJsonSchema.ts'

const banner = `/**
 * What each type of event carries as \`data\`, in plain types that need no package.
 * Generated from the catalogue by \`npm run generate:docs\`; do not edit.
 */`

const pascalCase = (text: string): string =>
  text
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** One interface per row, however many types carry it: named after the entity, or after the type that differs. */
const createRows = () => {
  const names = new Map<string, string>()
  const definitions: Record<string, JSONSchema> = {}
  const nameOf = (type: string, row: JSONSchema): string => {
    const text = JSON.stringify(row)
    const known = names.get(text)
    if (known !== undefined) return known
    const short = `${pascalCase(type.split('.')[0] ?? '')}Row`
    const name = short in definitions ? `${pascalCase(type)}Row` : short
    names.set(text, name)
    definitions[name] = { ...row, title: name }
    return name
  }
  return { nameOf, definitions }
}

const dataOf = (
  definition: AnyEventDefinition,
  nameOf: (type: string, row: JSONSchema) => string,
): JSONSchema => {
  const { firesWhen, summary, type } = definition
  const schema: JSONSchema = JSON.parse(JSON.stringify(toJsonSchema(definition, 'draft-7')))
  const { current, previous: _previous, ...rest } = schema.properties ?? {}
  const row = nameOf(type, current ?? {})
  return {
    type: 'object',
    description: `${summary.en} When: ${firesWhen.en}`,
    required: Array.isArray(schema.required) ? schema.required : [],
    properties: {
      current: { $ref: `#/definitions/${row}` },
      previous: { tsType: `Partial<${row}> | null` },
      ...rest,
    },
  }
}

/** The file src/consumer/eventTypes.ts. */
export const eventTypes = async (): Promise<string> => {
  const rows = createRows()
  const properties = Object.fromEntries(
    bundledCatalogue.all().map((definition) => [definition.type, dataOf(definition, rows.nameOf)]),
  )
  const schema: JSONSchema = {
    type: 'object',
    required: Object.keys(properties),
    properties,
    definitions: rows.definitions,
  }
  return compile(schema, 'FlowEventTypes', {
    additionalProperties: false,
    bannerComment: banner,
    style: { semi: false, singleQuote: true, printWidth: 100 },
    unknownAny: true,
  })
}
