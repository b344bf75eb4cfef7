import * as z from 'zod'

import type { AnyChannel } from './channel.ts'
import { credentialFields } from './credentialFields.ts'

/**
 * The part of a target that stored credentials hold by themselves, parsed field by field: there is no message yet to
 * parse it with. A value its field refuses is left out.
 */
export function accountTarget(
  channel: AnyChannel,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { target } = channel
  if (!(target instanceof z.ZodObject)) return { ...values }
  const schemas: Readonly<Record<string, unknown>> = target.shape
  const parsed = credentialFields(channel).flatMap(({ name }) => {
    const schema = schemas[name]
    if (!(schema instanceof z.ZodType)) return []
    const result = schema.safeParse(values[name] ?? undefined)
    return result.success ? [[name, result.data]] : []
  })
  return Object.fromEntries(parsed)
}
