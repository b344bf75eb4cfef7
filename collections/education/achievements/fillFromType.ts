import type { CollectionBeforeValidateHook } from 'payload'

import { readRow } from '../../readRow.ts'

const copied = ['code', 'icon', 'points', 'isMilestone'] as const

/**
 * Gives a new award what its kind says, unless the award says otherwise. It is a copy: the award stays as it was given. The
 * title is copied in every language by its own hook; here only so that it is not missed.
 */
export const fillFromType: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (!data || operation !== 'create') return data
  const type = await readRow(req, 'achievement-types', data['type'])
  const filled: Record<string, unknown> = { points: 0, isMilestone: false, ...withoutEmpty(data) }
  if (!type) return filled
  for (const name of copied) filled[name] = withoutEmpty(data)[name] ?? type[name] ?? filled[name]
  return { ...filled, title: filled['title'] ?? anyText(type['title'], String(req.locale)) }
}

function withoutEmpty(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value !== null && value !== undefined && value !== '',
    ),
  )
}

/** In the language of the request, or else in any. */
function anyText(title: unknown, locale: string): unknown {
  const texts: Record<string, unknown> = Object(title)
  return texts[locale] ?? Object.values(texts).find(Boolean)
}
