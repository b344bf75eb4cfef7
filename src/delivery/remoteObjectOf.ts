import type { AnyChannel } from '../channels/channel.ts'
import { accountKeyOf } from '../credentials/accountKeyOf.ts'
import type { StoredCredential } from '../credentials/storedCredential.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { RemoteObject } from './remoteObjectBook.ts'

/** What of a channel entry says whose object it is. */
type Entry = { entryId: string; target: unknown; credential?: Pick<StoredCredential, 'id'> }

/**
 * The object at the service that a delivery is about, or undefined: the channel keeps none, the event has no document, or it is a
 * test, whose document may not be one of the site. What of the account cannot be used the channel itself reports.
 */
export function remoteObjectOf(
  { remoteObject, slug }: AnyChannel,
  { credential, entryId, target }: Entry,
  { event, secrets }: { event: () => FlowEvent; secrets: Record<string, string> },
): RemoteObject | undefined {
  if (remoteObject === undefined) return undefined
  const { collection, documentId, source } = event().meta
  if (source === 'test' || collection === null || documentId === null) return undefined
  const object = named(() => remoteObject({ target, secrets }))
  if (object === null) return undefined
  const account = accountKeyOf({ credentialId: credential?.id, entryId })
  return { account, channel: slug, object, collection, documentId }
}

function named(read: () => string | null): string | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof FlowError) return null
    throw error
  }
}
