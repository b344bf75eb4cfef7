import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/** What must be known of a collection to tell whether a hook's document can be trusted. */
export type CaptureProfile = {
  hasDrafts: boolean
  hasLocalised: boolean
  /** A localised field whose own hooks may write languages that the request is not about. */
  mayWriteOtherLocales: boolean
  /** The hook's document equals the row (but for locale and depth): no read hooks, no rich text. */
  isPlain: boolean
  /** Top-level fields that reading may take away: where one is missing, the document is not the row. */
  guardedFields: readonly string[]
}

const profiles = new WeakMap<SanitizedCollectionConfig, CaptureProfile>()

/** Worked out once per collection. */
export function captureProfile(config: SanitizedCollectionConfig): CaptureProfile {
  const known = profiles.get(config)
  if (known) return known
  const fields = config.flattenedFields
  const profile: CaptureProfile = {
    hasDrafts: typeof config.versions === 'object' && Boolean(config.versions.drafts),
    hasLocalised: some(fields, (field) => 'localized' in field && field.localized === true),
    mayWriteOtherLocales: some(fields, writesLocales),
    isPlain: (config.hooks.afterRead ?? []).length === 0 && !fields.some(distortsAnywhere),
    guardedFields: fields.filter(isGuarded).map((field) => field.name),
  }
  profiles.set(config, profile)
  return profile
}

function writesLocales(field: FlattenedField): boolean {
  if (!('localized' in field && field.localized === true && 'hooks' in field)) return false
  return (field.hooks?.beforeChange ?? []).length > 0
}

/** A guarded field further down cannot be told from an empty one, so it counts as a distortion there. */
function distortsAnywhere(field: FlattenedField): boolean {
  const isDistorted = (inner: FlattenedField): boolean => distortsReading(inner) || isGuarded(inner)
  return distortsReading(field) || some(childrenOf(field), isDistorted)
}

/** Fields whose value in an API answer may differ from the row. */
function distortsReading(field: FlattenedField): boolean {
  if (field.type === 'richText') return true
  if (isLeftOut(field)) return false
  return 'hooks' in field && (field.hooks?.afterRead ?? []).length > 0
}

function isGuarded(field: FlattenedField): boolean {
  return !isLeftOut(field) && 'access' in field && typeof field.access?.read === 'function'
}

function isLeftOut(field: FlattenedField): boolean {
  return (
    ('hidden' in field && field.hidden === true) || ('virtual' in field && Boolean(field.virtual))
  )
}

function some(
  fields: readonly FlattenedField[],
  test: (field: FlattenedField) => boolean,
): boolean {
  return fields.some((field) => test(field) || some(childrenOf(field), test))
}

function childrenOf(field: FlattenedField): readonly FlattenedField[] {
  if ('flattenedFields' in field) return field.flattenedFields
  if (field.type !== 'blocks') return []
  return field.blocks.flatMap((block) => (typeof block === 'string' ? [] : block.flattenedFields))
}
