import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/** What must be known of a collection to tell whether a hook's document can be trusted. */
export type CaptureProfile = {
  hasDrafts: boolean
  hasLocalised: boolean
  /** The hook's document equals the row (but for locale and depth): no read hooks, no rich text, no hidden reads. */
  isPlain: boolean
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
    isPlain: (config.hooks.afterRead ?? []).length === 0 && !some(fields, distortsReading),
  }
  profiles.set(config, profile)
  return profile
}

/** Fields whose value in an API answer may differ from the row. */
function distortsReading(field: FlattenedField): boolean {
  if (field.type === 'richText') return true
  if ('hidden' in field && field.hidden === true) return false
  if ('virtual' in field && field.virtual) return false
  const hasReadHook = 'hooks' in field && (field.hooks?.afterRead ?? []).length > 0
  const hasReadRule = 'access' in field && typeof field.access?.read === 'function'
  return hasReadHook || hasReadRule
}

function some(fields: readonly FlattenedField[], test: (field: FlattenedField) => boolean): boolean {
  return fields.some((field) => {
    if (test(field)) return true
    if ('flattenedFields' in field && some(field.flattenedFields, test)) return true
    if (field.type !== 'blocks') return false
    return field.blocks.some((block) => typeof block !== 'string' && some(block.flattenedFields, test))
  })
}
