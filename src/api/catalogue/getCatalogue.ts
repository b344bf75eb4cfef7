import type { Endpoint } from 'payload'
import * as z from 'zod'

import type { AnyEventDefinition } from '../../event-catalogue/eventDefinition.ts'
import { toJsonSchema } from '../../event-catalogue/toJsonSchema.ts'
import type { Localised } from '../../kernel/localised.ts'
import { defineEndpoint } from '../http/defineEndpoint.ts'
import type { EndpointAccess } from '../http/endpointAccess.ts'
import { jsonResponse } from '../http/jsonResponse.ts'
import { sampleEnvelope } from './sampleEnvelope.ts'

const catalogueQuery = z.strictObject({ locale: z.enum(['en', 'ru', 'all']).optional() })

type Locale = z.output<typeof catalogueQuery>['locale']

/**
 * `GET /api/events/catalogue`: every type of event with its JSON Schema and a sample, by area. Texts come in all
 * languages, `{ en, ru }`, or as plain text in one with `?locale=`.
 */
export const getCatalogue = ({ read }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/events/catalogue',
    access: read,
    query: catalogueQuery,
    handle: async ({ query, runtime }) => {
      const areas = runtime.catalogue.byArea().map(({ area, definitions }) => ({
        slug: area.slug,
        label: inLocale(area.label, query.locale),
        types: definitions.map((definition) => toEntry(definition, query.locale)),
      }))
      return jsonResponse({
        totals: { areas: areas.length, types: runtime.catalogue.types.length },
        areas,
      })
    },
  })

function toEntry(definition: AnyEventDefinition, locale: Locale): Record<string, unknown> {
  return {
    type: definition.type,
    version: definition.version,
    summary: inLocale(definition.summary, locale),
    firesWhen: inLocale(definition.firesWhen, locale),
    schema: toJsonSchema(definition),
    sample: sampleEnvelope(definition),
  }
}

function inLocale(text: Localised, locale: Locale): Localised | string {
  return locale === undefined || locale === 'all' ? text : text[locale]
}
