import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

import type { Json, JsonObject } from '../../src/kernel/json.ts'
import { isRecord } from '../../src/kernel/isRecord.ts'

/** Columns of Payload's own auth that must never leave, whatever the field list says. */
const neverLeave = new Set([
  'password',
  'hash',
  'salt',
  'sessions',
  'apiKey',
  'apiKeyIndex',
  'enableAPIKey',
  'resetPasswordToken',
  'resetPasswordExpiration',
  '_verificationToken',
  'loginAttempts',
  'lockUntil',
  'collection',
])

/** How a document came to us. */
export type SnapshotOptions = {
  config: SanitizedCollectionConfig
  /** Locale whose plain values the document holds; undefined when it already holds all locales. */
  wrapLocale?: string | undefined
}

/**
 * The row as events carry it: localised fields by locale, relations as ids, hidden and auth fields left out.
 * Equal for a hook's document and for the row read from the database, so that both can be compared.
 */
export function snapshot(doc: Record<string, unknown>, options: SnapshotOptions): JsonObject {
  const shown = snapshotFields(doc, options.config.flattenedFields, options.wrapLocale)
  const result: JsonObject = { id: toJson(doc['id']) }
  for (const [key, value] of Object.entries(shown)) {
    if (!neverLeave.has(key)) result[key] = value
  }
  return result
}

function snapshotFields(
  source: Record<string, unknown>,
  fields: readonly FlattenedField[],
  wrapLocale: string | undefined,
): JsonObject {
  const result: JsonObject = {}
  for (const field of fields) {
    if (isLeftOut(field)) continue
    const value = source[field.name]
    if (value === undefined) continue
    result[field.name] =
      'localized' in field && field.localized === true
        ? localisedValue(value, field, wrapLocale)
        : fieldValue(value, field, wrapLocale)
  }
  return result
}

function isLeftOut(field: FlattenedField): boolean {
  if ('hidden' in field && field.hidden === true) return true
  if ('virtual' in field && field.virtual) return true
  return field.type === 'join'
}

function localisedValue(
  value: unknown,
  field: FlattenedField,
  wrapLocale: string | undefined,
): Json {
  if (wrapLocale !== undefined) {
    const inner = fieldValue(value, field, undefined)
    return isEmpty(inner) ? {} : { [wrapLocale]: inner }
  }
  if (!isRecord(value)) return {}
  const byLocale: JsonObject = {}
  for (const [locale, localeValue] of Object.entries(value)) {
    const inner = fieldValue(localeValue, field, undefined)
    if (!isEmpty(inner)) byLocale[locale] = inner
  }
  return byLocale
}

function fieldValue(value: unknown, field: FlattenedField, wrapLocale: string | undefined): Json {
  if (value === null) return null
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return relation(value)
    case 'group':
    case 'tab':
      return isRecord(value) ? snapshotFields(value, field.flattenedFields, wrapLocale) : null
    case 'array':
      return rows(value, () => field.flattenedFields, wrapLocale)
    case 'blocks': {
      const blocks = new Map(
        field.blocks.flatMap((block) => (typeof block === 'string' ? [] : [[block.slug, block]])),
      )
      return rows(
        value,
        (row) => blocks.get(String(row['blockType']))?.flattenedFields ?? [],
        wrapLocale,
      )
    }
    default:
      return toJson(value)
  }
}

function rows(
  value: unknown,
  fieldsOf: (row: Record<string, unknown>) => readonly FlattenedField[],
  wrapLocale: string | undefined,
): Json {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).map((row) => ({
    id: toJson(row['id']),
    ...(typeof row['blockType'] === 'string' ? { blockType: row['blockType'] } : {}),
    ...snapshotFields(row, fieldsOf(row), wrapLocale),
  }))
}

/** An id, a list of ids, or `{ relationTo, value: id }` for polymorphic relations. */
function relation(value: unknown): Json {
  if (Array.isArray(value)) return value.map(relation)
  if (!isRecord(value)) return toJson(value)
  if ('relationTo' in value)
    return { relationTo: toJson(value['relationTo']), value: relation(value['value']) }
  return toJson(value['id'])
}

/** Dates become ISO strings; what JSON cannot hold becomes null. */
function toJson(value: unknown): Json {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(toJson)
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)]))
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' || typeof value === 'boolean' ? value : String(value)
}

/** A locale without content: nothing, or a group whose every leaf is empty. */
function isEmpty(value: Json | undefined): boolean {
  if (value === null || value === undefined) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}
