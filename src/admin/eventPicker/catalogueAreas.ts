import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from '../elements/textOf.ts'
import { asName } from '../texts/asName.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'

/** One type of event as the forms need it. */
export type CatalogueType = {
  type: string
  summary: string
  firesWhen: string
  /** JSON Schema of `data`, when the server gives one. */
  schema: unknown
}

/** Types of one part of the business. */
export type CatalogueArea = { slug: string; label: string; types: CatalogueType[] }

/** Reads the answer of `GET /api/events/catalogue`; null when it is not one. */
export function catalogueAreas(body: unknown, language: string): CatalogueArea[] | null {
  if (!isRecord(body) || !Array.isArray(body['areas'])) return null
  return body['areas'].filter(isRecord).map((area) => ({
    slug: textOf(area['slug']) ?? '',
    label: pickLocalised(area['label'], language),
    types: (Array.isArray(area['types']) ? area['types'] : []).filter(isRecord).map((entry) => ({
      type: textOf(entry['type']) ?? '',
      summary: asName(pickLocalised(entry['summary'], language)),
      firesWhen: pickLocalised(entry['firesWhen'], language),
      schema: entry['schema'],
    })),
  }))
}
