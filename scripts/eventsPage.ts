import { bundledTracking } from '../hooks/bundledTracking.ts'
import { bundledScans } from '../hooks/scans/bundledScans.ts'
import { bundledCatalogue } from '../src/event-catalogue/bundledCatalogue.ts'
import type { AnyEventDefinition } from '../src/event-catalogue/eventDefinition.ts'
import type { SchemaField } from '../src/event-catalogue/schemaFields.ts'
import { schemaFields } from '../src/event-catalogue/schemaFields.ts'
import { emittersOf } from '../src/plugin/emittersOf.ts'

const tracking = bundledTracking()
const scans = bundledScans()

const cell = (text: string): string => text.replaceAll('|', '\\|')
/** As GitHub makes anchors of headings. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')

const kindOf = ({ kind, of, options }: SchemaField): string => {
  const choices = options.map((option) => `\`${option}\``).join(', ')
  if (kind === 'choice') return `one of ${choices}`
  const inner = of === 'choice' ? `one of ${choices}` : of
  if (kind === 'list') return inner === null ? 'list' : `list of ${inner}`
  return kind === 'localised' ? `per locale: ${inner ?? 'any'}` : kind
}

const presenceOf = ({ isNullable, isRequired }: SchemaField): string => {
  if (isRequired) return isNullable ? 'always, may be null' : 'always'
  return 'may be missing or null'
}

const fieldRow = (field: SchemaField): string => {
  const notes = field.path === 'previous' ? 'the fields of `current` before the change' : ''
  const note = field.description ?? notes
  return `| \`${field.path}\` | ${cell(kindOf(field))} | ${presenceOf(field)} | ${cell(note)} |`
}

const fieldTable = (fields: readonly SchemaField[]): string[] => [
  '| Field of `data` | What it is | Present | |',
  '| --- | --- | --- | --- |',
  ...fields.map(fieldRow),
  '',
]

/** Members of `data` that only this type has; the row, what it was and what changed are the area's. */
const isOwn = ({ path }: SchemaField): boolean => !/^(current|previous|changed)(\.|$)/.test(path)

const originOf = (type: string): string => {
  const emitters = emittersOf(type, tracking, scans)
  if (emitters.length === 0) return 'published by code'
  const names = [...new Set(emitters.map(({ collection }) => `\`${collection}\``))].join(', ')
  const triggers = new Set(emitters.map(({ trigger }) => trigger))
  if (triggers.has('publish')) return `${names} (by an action)`
  return triggers.has('time') ? `${names} (by the schedule)` : names
}

/** Rule tables are written in the order in which the events of one save are logged. */
const orderTable = (): string[] => [
  '## The order within one save',
  '',
  'All events of one save are written by one statement, in this order, which `meta.sequence` keeps. What a hook does to',
  'other documents while it runs comes before or after, as the hook does it.',
  '',
  '| Collection | Events, first to last |',
  '| --- | --- |',
  ...tracking.map(({ collection, rules }) => {
    const saved = Object.entries(rules).filter(([, { trigger }]) => trigger === 'save')
    return `| \`${collection}\` | ${saved.map(([type]) => `\`${type}\``).join(', ')} |`
  }),
  '',
]

const eventSection = (definition: AnyEventDefinition): string[] => {
  const { firesWhen, sample, summary, type, version } = definition
  const own = schemaFields(definition).filter(isOwn)
  return [
    `### ${type}`,
    '',
    `${summary.en} *${summary.ru}*`,
    '',
    `- **When:** ${firesWhen.en} *${firesWhen.ru}*`,
    `- **Collection:** ${originOf(type)}`,
    `- **Version:** ${version}`,
    '',
    ...(own.length > 0 ? fieldTable(own) : []),
    '<details><summary>Sample of <code>data</code></summary>',
    '',
    '```json',
    JSON.stringify(sample, null, 2),
    '```',
    '',
    '</details>',
    '',
  ]
}

/** Most types of an area carry the same row, so its fields stand there once. */
const rowTables = (definitions: readonly AnyEventDefinition[]): string[] => {
  const tables = new Map<string, string[]>()
  for (const definition of definitions) {
    const rows = schemaFields(definition).filter((field) => !isOwn(field))
    const table = fieldTable(rows).join('\n')
    tables.set(table, [...(tables.get(table) ?? []), definition.type])
  }
  return [...tables].flatMap(([table, types]) => [
    `<details><summary>Fields of ${types.join(', ')}</summary>`,
    '',
    table,
    '</details>',
    '',
  ])
}

/** The page docs/events.md: every type of the bundled catalogue, by area. */
export const eventsPage = (): string => {
  const areas = bundledCatalogue.byArea()
  return [
    '# Events',
    '',
    `${bundledCatalogue.types.length} types in ${areas.length} areas. The envelope around \`data\` is described in [webhooks.md](webhooks.md#what-comes).`,
    'Paths are those of filters and templates, below `data`: `*` is any item of a list, `<locale>` a language.',
    'A running site shows its own catalogue, with the types it added, under `/admin/event-catalogue`, and gives it as',
    '`GET /api/events/catalogue` (JSON Schema) and `GET /api/events/asyncapi.json` (AsyncAPI 3.0).',
    'This page is generated from the sources by `npm run generate:docs`; do not edit it.',
    '',
    '| Area | Events |',
    '| --- | --- |',
    ...areas.map(({ area, definitions }) => {
      const links = definitions.map(({ type }) => `[\`${type}\`](#${anchorOf(type)})`)
      return `| ${area.label.en} / ${area.label.ru} | ${links.join(', ')} |`
    }),
    '',
    ...orderTable(),
    ...areas.flatMap(({ area, definitions }) => [
      `## ${area.label.en}`,
      '',
      ...rowTables(definitions),
      ...definitions.flatMap(eventSection),
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}
