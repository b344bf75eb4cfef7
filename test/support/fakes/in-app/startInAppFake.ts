import { checkInboxMessage } from '../../../../src/channels/checkInboxMessage.ts'
import type { Inbox, InboxAudience, InboxMessage } from '../../../../src/channels/inbox.ts'

/** Who has an account on the site of the fake. */
export type InAppPerson = { id: string; role: 'admin' | 'manager' | 'viewer' | 'customer' }

/** An inbox in memory that takes and refuses what the database's does; `inboxPort.test.ts` holds both to it. */
export type InAppFake = {
  inbox: Inbox
  /** What people have, in order. */
  kept: { userId: string; message: InboxMessage }[]
  /** Ids of the messages of every call, also of those that added nothing. */
  calls: string[]
}

/** People of the fake when a test names none. */
export const FAKE_PEOPLE: readonly InAppPerson[] = [
  { id: '1', role: 'admin' },
  { id: '2', role: 'manager' },
  { id: '3', role: 'manager' },
  { id: '7', role: 'customer' },
]

/** Makes one. */
export function startInAppFake(people: readonly InAppPerson[] = FAKE_PEOPLE): InAppFake {
  const kept: InAppFake['kept'] = []
  const calls: string[] = []
  return {
    kept,
    calls,
    inbox: {
      put: async (message) => {
        checkInboxMessage(message)
        calls.push(message.id)
        const addressed = people.filter((person) => isMeant(person, message.audience))
        const fresh = addressed.filter(
          ({ id }) => !kept.some((one) => one.userId === id && one.message.id === message.id),
        )
        kept.push(...fresh.map(({ id }) => ({ userId: id, message })))
        return { addressed: addressed.length, added: fresh.length }
      },
    },
  }
}

function isMeant({ id, role }: InAppPerson, audience: InboxAudience): boolean {
  if (audience.kind === 'user') return id === audience.userId
  return role !== 'customer' && (audience.role === null || audience.role === role)
}
