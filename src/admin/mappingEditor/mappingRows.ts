import type { Transform } from '../../field-mapper/fieldMapping.ts'
import type { Json, JsonObject } from '../../kernel/json.ts'
import { isRecord } from '../../kernel/isRecord.ts'
import { readLiteral, showLiteral } from './literalText.ts'
import { transformNames } from './transformNames.ts'

/** One rule while it is edited: any part may still be missing. */
export type MappingRow = {
  to: string
  kind: 'path' | 'template' | 'constant'
  /** The path, the template, or the constant as text. */
  source: string
  transform: readonly Transform[]
  /** As texts; `map` one pair a line. */
  default: string
  map: string
  isRequired: boolean
}

export const newMappingRow: MappingRow = {
  to: '',
  kind: 'path',
  source: '',
  transform: [],
  default: '',
  map: '',
  isRequired: false,
}

/** Rows of a stored mapping, or null when rows cannot show it. */
export function mappingRows(stored: unknown): MappingRow[] | null {
  if (stored === null || stored === undefined) return []
  if (!Array.isArray(stored)) return null
  const rows = stored.map(asRow)
  return rows.every((row) => row !== null) ? rows : null
}

/** What is stored; nothing for no rules. */
export function storedMapping(rows: readonly MappingRow[]): Json {
  return rows.length === 0 ? null : rows.map(asRule)
}

function asRule({ isRequired, kind, map, source, to, transform, ...row }: MappingRow): JsonObject {
  const given = kind === 'constant' ? (readLiteral(source) ?? null) : source
  const fallback = readLiteral(row.default)
  const pairs = readPairs(map)
  return {
    to,
    from: { [kind]: given },
    ...(pairs === undefined ? {} : { map: pairs }),
    ...(transform.length === 0 ? {} : { transform: transform.map((step) => ({ ...step })) }),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(isRequired ? { required: true } : {}),
  }
}

const known = new Set(['to', 'from', 'map', 'transform', 'default', 'required'])

function asRow(rule: unknown): MappingRow | null {
  if (!isRecord(rule) || !isRecord(rule['from'])) return null
  const { from, map, to, transform } = rule
  const [[kind, source] = [], second] = Object.entries(from)
  if (
    typeof to !== 'string' ||
    second !== undefined ||
    !Object.keys(rule).every((key) => known.has(key))
  )
    return null
  if (kind !== 'path' && kind !== 'template' && kind !== 'constant') return null
  if (kind !== 'constant' && typeof source !== 'string') return null
  const steps = asSteps(transform)
  const pairs = map === undefined ? '' : showPairs(map)
  if (steps === null || pairs === null) return null
  return {
    to,
    kind,
    source: kind === 'constant' ? showLiteral(source as Json) : String(source),
    transform: steps,
    default: rule['default'] === undefined ? '' : showLiteral(rule['default'] as Json),
    map: pairs,
    isRequired: rule['required'] === true,
  }
}

function asSteps(stored: unknown): Transform[] | null {
  if (stored === undefined) return []
  if (!Array.isArray(stored)) return null
  const steps = stored.map((step: unknown) => (typeof step === 'string' ? { name: step } : step))
  const isKnown = steps.every(
    (step) => isRecord(step) && transformNames.some((name) => name === step['name']),
  )
  return isKnown ? (steps as Transform[]) : null
}

/** `paid = 142`, one pair a line; null when a value cannot be written so. */
function showPairs(map: unknown): string | null {
  if (!isRecord(map)) return null
  const lines = Object.entries(map).map(([key, value]) => `${key} = ${showLiteral(value as Json)}`)
  const isLine = Object.keys(map).every((key) => !/[=\n]/.test(key) && key.trim() === key)
  return isLine && lines.every((line) => !line.includes('\n')) ? lines.join('\n') : null
}

function readPairs(text: string): JsonObject | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return undefined
  return Object.fromEntries(
    lines.map((line) => {
      const [key = '', ...value] = line.split('=')
      return [key.trim(), readLiteral(value.join('=').trim()) ?? '']
    }),
  )
}
