import type { Payload } from 'payload'

import { checkInboxMessage } from '../channels/checkInboxMessage.ts'
import type { Inbox, InboxMessage, InboxReceipt } from '../channels/inbox.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { InboxPeople } from './inboxPeopleStore.ts'
import { putSql } from './putSql.ts'

/** The inbox port over the table of notifications. */
export function createInbox({
  payload,
  people: peopleOf,
}: {
  payload: () => Payload
  people: () => InboxPeople
}): Inbox {
  return {
    put: async (message) => {
      checkInboxMessage(message)
      const people = peopleOf()
      const { audience } = message
      if (audience.kind === 'user' && !people.isId(audience.userId)) return nobody
      if (audience.kind === 'staff' && audience.role !== null && !people.hasRoles) {
        throw rolesMissing(audience.role)
      }
      const sql = await sqlOfRequest(payload())
      const { rows } = await sql.query<InboxReceipt>({
        name: `flowmasters_inbox_put_${audience.kind}`,
        text: putSql(people, audience.kind),
        values: valuesOf(message),
      })
      const { added = 0, addressed = 0 } = rows[0] ?? {}
      return { addressed, added }
    },
  }
}

const nobody: InboxReceipt = { addressed: 0, added: 0 }

function valuesOf({ audience, event, id, level, link, text, title }: InboxMessage): unknown[] {
  const who = audience.kind === 'user' ? audience.userId : audience.role
  return [id, event.id, event.type, title, text, link, level, who]
}

function rolesMissing(role: string): FlowError {
  return new FlowError({
    code: 'FLOW_INBOX_ROLES_MISSING',
    message: `users have no roles here, so nobody is a ${role}`,
    hint: 'Write to all staff, or give the users a field `role`.',
    status: 400,
    details: { role },
  })
}
