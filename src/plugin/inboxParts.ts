import type { Payload } from 'payload'

import { createListener } from '../database/createListener.ts'
import { createInboxStreams } from '../inbox/createInboxStreams.ts'
import { type InboxPeople, inboxPeople } from '../inbox/inboxPeopleStore.ts'
import { createInbox } from '../inbox/inboxStore.ts'
import { createNotifications } from '../inbox/notificationsStore.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import type { FlowMastersOptions } from './flowMastersOptions.ts'

/** Notifications inside the site: writing, reading, streams. Nothing is opened before somebody uses it. */
export function inboxParts(
  { databaseUrl: url }: Pick<FlowMastersOptions, 'databaseUrl'>,
  payload: () => Payload,
): Pick<FlowRuntime, 'inbox' | 'inboxStreams' | 'notifications'> {
  let known: InboxPeople | undefined
  const people = (): InboxPeople => {
    known ??= inboxPeople(payload())
    return known
  }
  const notifications = createNotifications({ payload, people })
  return {
    notifications,
    inbox: createInbox({ payload, people }),
    inboxStreams: createInboxStreams({
      notifications,
      logger: () => payload().logger,
      openListener: () =>
        createListener({ url, logger: payload().logger, applicationName: 'flowmasters inbox' }),
    }),
  }
}
