import type { Endpoint } from 'payload'
import * as z from 'zod'

import type { AnyEventDefinition } from '../../event-catalogue/eventDefinition.ts'
import { sampleEnvelope } from '../../event-catalogue/sampleEnvelope.ts'
import { toJsonSchema } from '../../event-catalogue/toJsonSchema.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import type { Localised } from '../../kernel/localised.ts'
import type { FlowRuntime } from '../../runtime/flowRuntime.ts'
import { catalogueSelection, selectTypes } from './catalogueQuery.ts'

const catalogueQuery = z.strictObject({
  ...catalogueSelection,
  locale: z.enum(['en', 'ru', 'all']).optional(),
})

type Locale = z.output<typeof catalogueQuery>['locale']

/**
 * `GET /api/events/catalogue`: types of events with their JSON Schema and a sample, by area; all of them, or those that
 * `?area=`, `?type=` (wildcards too) and `?search=` leave. Texts come in all languages, `{ en, ru }`, or as plain text
 * in one with `?locale=`.
 */
export const getCatalogue = ({ read }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/events/catalogue',
    access: read,
    query: catalogueQuery,
    handle: async ({ query, runtime }) => {
      const found = selectTypes(runtime.catalogue, query)
      return jsonResponse({
        totals: {
          areas: found.length,
          types: found.reduce((sum, { definitions }) => sum + definitions.length, 0),
        },
        areas: found.map(({ area, definitions }) => ({
          slug: area.slug,
          label: inLocale(area.label, query.locale),
          types: definitions.map((definition) => toEntry(definition, runtime, query.locale)),
        })),
      })
    },
  })

function toEntry(
  definition: AnyEventDefinition,
  { emittersOf }: FlowRuntime,
  locale: Locale,
): Record<string, unknown> {
  const emitters = emittersOf(definition.type)
  return {
    type: definition.type,
    version: definition.version,
    area: definition.area.slug,
    summary: inLocale(definition.summary, locale),
    firesWhen: inLocale(definition.firesWhen, locale),
    collections: emitters.map(({ collection }) => collection),
    schema: toJsonSchema(definition),
    sample: sampleEnvelope(definition, emitters[0]),
  }
}

function inLocale(text: Localised, locale: Locale): Localised | string {
  return locale === undefined || locale === 'all' ? text : text[locale]
}
