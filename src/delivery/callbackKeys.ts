import { createTokenSigner } from '../credentials/signedToken.ts'

/** Whose messages an address tells of: those of one channel entry, or of the server's own account. */
export type CallbackOwner = { channel: string; entryId: string | null }

/** Addresses at which services tell what became of messages. Nobody can make up their keys. */
export type CallbackKeys = {
  /** Path below the site's origin: `/api/events/callbacks/sms/eyJz…`. */
  path: (owner: CallbackOwner) => string
  /** The whole address; undefined when the site's own is not known. */
  publicUrl: (owner: CallbackOwner) => string | undefined
  /** Undefined for a key that we did not make for this channel. */
  read: (channel: string, key: string, now: number) => CallbackOwner | undefined
}

/** Keys signed with the site's secret; they have no end, because services keep them. */
export function createCallbackKeys(options: {
  secret: string
  serverUrl: string
  apiRoute: string
}): CallbackKeys {
  const { apiRoute, secret, serverUrl } = options
  const signer = createTokenSigner(secret, 'channel-callback')
  const path = ({ channel, entryId }: CallbackOwner): string => {
    const key = signer.sign({ subject: `${channel}:${entryId ?? ''}` })
    return `${apiRoute}/events/callbacks/${channel}/${key}`
  }
  return {
    path,
    publicUrl: (owner) => (serverUrl === '' ? undefined : `${serverUrl}${path(owner)}`),
    read: (channel, key, now) => {
      const subject = signer.read(key, now)?.subject
      if (subject === undefined || !subject.startsWith(`${channel}:`)) return undefined
      return { channel, entryId: subject.slice(channel.length + 1) || null }
    },
  }
}
