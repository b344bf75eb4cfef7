import * as z from 'zod'

import {
  type DeliverInput,
  mappedFields,
  overlayMapping,
  type SaidReason,
} from '../../../src/index.ts'
import { metricaError } from './metricaError.ts'
import { metricaMapping } from './metricaMapping.ts'
import type { MetricaTarget } from './metricaTarget.ts'

/** One conversion by the names of its columns, in their order. */
export type MetricaRow = { row: Record<string, string>; remarks: SaidReason[] }

const visitors = ['ClientId', 'UserId', 'Yclid'] as const
/** Control characters would break the row; everything else is quoted. */
const text = z.coerce
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^\P{Cc}+$/u)
const columns = z.strictObject({
  ClientId: text.regex(/^\d+$/).optional(),
  UserId: text.optional(),
  Yclid: text.regex(/^\d+$/).optional(),
  Target: text.regex(/^[^/\\&#?="]+$/),
  DateTime: z.coerce.number().int().positive().max(9_999_999_999),
  Price: z.number().nonnegative().optional(),
  Currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
})

/** Makes the row of one delivery. @throws FlowError FLOW_MAPPING_FAILED and FLOW_METRICA_… */
export async function metricaRow(
  input: Pick<DeliverInput<MetricaTarget>, 'event' | 'target' | 'templates'>,
): Promise<MetricaRow> {
  const mapping = overlayMapping(metricaMapping(input.event.type), input.target.mapping)
  const { fields, remarks } = await mappedFields(mapping, input)
  const read = columns.safeParse(fields)
  if (!read.success) {
    const [issue] = read.error.issues
    const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
    throw metricaError.fieldInvalid(extra ?? String(issue?.path[0] ?? ''))
  }
  const { Currency, DateTime, Price, Target } = read.data
  // Several ids in one row would be several visitors; the most exact one is taken.
  const visitor = visitors.find((name) => read.data[name] !== undefined)
  if (visitor === undefined) throw metricaError.visitorMissing()
  const row = {
    [visitor]: read.data[visitor] ?? '',
    Target,
    DateTime: String(DateTime),
    ...(Price === undefined ? {} : { Price: String(Price) }),
    ...(Currency === undefined ? {} : { Currency }),
  }
  return { row, remarks }
}
