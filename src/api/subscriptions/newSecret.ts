import type { AnyChannel } from '../../channels/channel.ts'
import { secretFieldNames } from '../../channels/secretFields.ts'
import { FlowError } from '../../kernel/flowError.ts'

/**
 * The secret a field is to get: the given one, if the channel accepts it, or a generated one. Throws, each with 400,
 * FLOW_SECRET_FIELD_UNKNOWN, FLOW_SECRET_REQUIRED or what the channel says.
 */
export function newSecret(channel: AnyChannel, field: string, given: string | undefined): string {
  const names = secretFieldNames(channel)
  if (!names.includes(field)) {
    throw new FlowError({
      code: 'FLOW_SECRET_FIELD_UNKNOWN',
      message: `the channel "${channel.slug}" has no secret called "${field.slice(0, 50)}"`,
      hint: names.length > 0 ? `It has: ${names.join(', ')}.` : 'It has no secrets.',
      status: 400,
      details: { field: 'field' },
    })
  }
  if (given !== undefined) {
    channel.checkSecret?.(field, given)
    return given
  }
  if (channel.generateSecret) return channel.generateSecret(field)
  throw new FlowError({
    code: 'FLOW_SECRET_REQUIRED',
    message: `the other side gives out the "${field}" of this channel`,
    hint: 'Send it as `secret`.',
    status: 400,
    details: { field: 'secret' },
  })
}
