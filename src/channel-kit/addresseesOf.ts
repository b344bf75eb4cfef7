import type { Addressees } from '../channels/addressees.ts'
import type { TemplateRenderer } from '../channels/channel.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import { FlowError } from '../kernel/flowError.ts'
import { templateScope } from '../templates/templateScope.ts'
import { quoteOf } from './quoteOf.ts'

const id = /^[\w-]{1,64}$/

/**
 * Whom a form names: ids of users out of a Liquid template, several separated by commas or blanks, and roles beside them.
 * @throws FlowError FLOW_TEMPLATE_…, FLOW_PUSH_USER_INVALID
 */
export async function addresseesOf(
  { event, templates }: { event: FlowEvent; templates: TemplateRenderer },
  { recipient, roles }: { recipient: string | null; roles: readonly string[] },
): Promise<Addressees> {
  if (recipient === null) return { users: [], roles }
  const text = await templates.render(recipient, templateScope(event))
  const users = text.split(/[\s,;]+/).filter((part) => part !== '')
  const wrong = users.find((user) => !id.test(user))
  if (wrong !== undefined) throw invalid(wrong)
  return { users: [...new Set(users)], roles }
}

function invalid(text: string): FlowError {
  const user = quoteOf(text).slice(0, 100)
  return new FlowError({
    code: 'FLOW_PUSH_USER_INVALID',
    message: `"${user}" is not the id of a user`,
    hint: 'Name a field that holds a user, for example {{ data.current.customer }}.',
    details: { user },
    status: 400,
  })
}
