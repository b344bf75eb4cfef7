import * as z from 'zod'

import {
  createReasons,
  type DeliverInput,
  type JsonObject,
  mappedFields,
  overlayMapping,
  type SaidReason,
} from '../../../src/index.ts'
import { metaError } from './metaError.ts'
import { metaMapping } from './metaMapping.ts'
import { metaReasons } from './metaReasons.ts'
import type { MetaTarget } from './metaTarget.ts'
import { metaUserData } from './metaUserData.ts'

/** An event as Meta takes it, and what was left out of it. */
export type MetaEvent = { event: JsonObject; remarks: SaidReason[] }

const DAY_SECONDS = 86_400
/** Uploads of shops may be late; everything else fails the whole request. */
const oldestDays = (source: string): number => (source === 'physical_store' ? 62 : 7)

const base = z.looseObject({
  event_name: z.string().max(50),
  event_id: z.string().max(256),
  event_time: z.int().positive(),
  action_source: z.enum([
    'website',
    'email',
    'app',
    'phone_call',
    'chat',
    'physical_store',
    'system_generated',
    'business_messaging',
    'other',
  ]),
  event_source_url: z.url().optional(),
  user_data: z.record(z.string(), z.json()).optional(),
  custom_data: z
    .looseObject({
      value: z.number().optional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
    })
    .optional(),
})

/**
 * Makes the event of one delivery. Throws FLOW_MAPPING_FAILED and FLOW_META_… errors, which no further try can heal.
 */
export async function metaEvent(
  input: Pick<DeliverInput<MetaTarget>, 'event' | 'now' | 'target' | 'templates'>,
): Promise<MetaEvent> {
  const mapping = overlayMapping(metaMapping(input.event.type), input.target.mapping)
  const { fields, remarks } = await mappedFields(mapping, input)
  const read = base.safeParse(fields)
  if (!read.success) {
    const [{ path = [] } = {}] = read.error.issues
    const field = path.join('.')
    const isAbsent = path.length === 1 && fields[String(path[0])] === undefined
    throw isAbsent ? metaError.fieldMissing(field) : metaError.fieldInvalid(field)
  }
  const { action_source: source, event_time: time } = read.data
  const days = oldestDays(source)
  if (input.now() / 1000 - time > days * DAY_SECONDS) throw metaError.tooOld(days)
  const { data, unfit } = metaUserData((fields['user_data'] as JsonObject | undefined) ?? {}, time)
  if (Object.keys(data).length === 0) throw metaError.userMissing()
  assertComplete(read.data, data)
  const said = createReasons(metaReasons)
  return {
    event: { ...fields, user_data: data },
    remarks:
      unfit.length === 0 ? remarks : [...remarks, said('user_unfit', { fields: unfit.join(', ') })],
  }
}

function assertComplete(event: z.output<typeof base>, user: JsonObject): void {
  if (event.action_source === 'website') {
    if (event.event_source_url === undefined) throw metaError.fieldMissing('event_source_url')
    if (user['client_user_agent'] === undefined)
      throw metaError.fieldMissing('user_data.client_user_agent')
  }
  if (event.event_name !== 'Purchase') return
  for (const field of ['value', 'currency'] as const)
    if (event.custom_data?.[field] === undefined)
      throw metaError.fieldMissing(`custom_data.${field}`)
}
