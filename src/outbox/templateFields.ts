import type { AnyChannel } from '../channels/channel.ts'
import { type MessageTemplate, partTemplate } from '../templates/messageTemplate.ts'

/**
 * What a chosen template puts into the fields of a channel: every part that the channel takes. A part the template
 * does not have empties its field, so that nothing of an older message is mixed in.
 */
export function templateFields(
  channel: AnyChannel,
  template: MessageTemplate,
): Record<string, string | null> {
  return Object.fromEntries(
    channel.fields.flatMap(({ messagePart, name }) =>
      messagePart === undefined ? [] : [[name, partTemplate(template, messagePart) ?? null]],
    ),
  )
}
