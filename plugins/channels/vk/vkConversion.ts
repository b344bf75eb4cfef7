import * as z from 'zod'

import {
  type DeliverInput,
  type JsonObject,
  mappedFields,
  overlayMapping,
  type SaidReason,
} from '../../../src/index.ts'
import { vkError } from './vkError.ts'
import { vkMapping } from './vkMapping.ts'
import type { VkTarget } from './vkTarget.ts'

const text = z.coerce
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}]+$/u)
const fields = z.strictObject({
  goal: text,
  value: z.number().nonnegative().optional(),
  rb_clickid: text.optional(),
  userid: text.optional(),
})

/** One conversion, and what was left out of it. */
export type VkConversion = {
  fields: z.output<typeof fields> & JsonObject
  remarks: SaidReason[]
}

/** Makes the conversion of one delivery. @throws FlowError FLOW_MAPPING_FAILED and FLOW_VK_… */
export async function vkConversion(
  input: Pick<DeliverInput<VkTarget>, 'event' | 'target' | 'templates'>,
): Promise<VkConversion> {
  const mapping = overlayMapping(vkMapping(input.event.type), input.target.mapping)
  const mapped = await mappedFields(mapping, input)
  const read = fields.safeParse(mapped.fields)
  if (!read.success) {
    const [issue] = read.error.issues
    const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
    throw vkError.fieldInvalid(extra ?? String(issue?.path[0] ?? ''))
  }
  const { rb_clickid: click, userid, ...rest } = read.data
  if (click === undefined && userid === undefined) throw vkError.visitorMissing()
  // The click is the exacter of the two, and the service wants one.
  const visitor = click === undefined ? { userid } : { rb_clickid: click }
  return { fields: { ...rest, ...visitor }, remarks: mapped.remarks }
}
