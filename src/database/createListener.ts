import { escapeIdentifier, type Client } from 'pg'
import type { Logger } from '../kernel/logger.ts'
import { errorMessage } from './errorMessage.ts'
import { createPersistentClient } from './persistentClient.ts'

/** Ends what a subscription began. */
export type Unsubscribe = () => void

/** LISTEN on one connection that comes back for ever. */
export type Listener = {
  /** Calls the handler with the text of every notification on the channel. */
  listen: (channel: string, handler: (payload: string) => void) => Unsubscribe
  /**
   * Calls the handler after each reconnect, when all channels are listened to again. Notifications of
   * the meantime are lost for good: poll at once.
   */
  onReconnect: (handler: () => void) => Unsubscribe
  /** Resolves when the connection is up and listens to every channel asked for so far. */
  ready: () => Promise<void>
  /** Closes for good. May be called again. */
  stop: () => Promise<void>
}

type Handler = (payload: string) => void

const createHandlers = (logger: Logger) => {
  const byChannel = new Map<string, Set<Handler>>()
  return {
    channels: (): string[] => [...byChannel.keys()],
    has: (channel: string): boolean => byChannel.has(channel),
    add: (channel: string, handler: Handler): void => {
      byChannel.set(channel, (byChannel.get(channel) ?? new Set()).add(handler))
    },
    remove: (channel: string, handler: Handler): void => {
      const handlers = byChannel.get(channel)
      handlers?.delete(handler)
      if (handlers?.size === 0) byChannel.delete(channel)
    },
    call: (channel: string, payload: string): void => {
      for (const handler of byChannel.get(channel) ?? []) {
        try {
          handler(payload)
        } catch (error) {
          logger.error({ msg: `handler of ${channel} failed: ${errorMessage(error)}` })
        }
      }
    },
  }
}

/** @see Listener */
export const createListener = ({
  url,
  logger,
  applicationName = 'flowmasters listener',
}: {
  url: string
  logger: Logger
  applicationName?: string
}): Listener => {
  const handlers = createHandlers(logger)
  const reconnectHandlers = new Set<() => void>()
  const waiting = new Set<() => void>()
  let listening = new Set<string>()

  const announceReady = (): void => {
    if (!handlers.channels().every((channel) => listening.has(channel))) return
    for (const resolve of waiting) resolve()
    waiting.clear()
  }

  const listenTo = async (client: Client, channel: string): Promise<void> => {
    await client.query(`listen ${escapeIdentifier(channel)}`)
    listening.add(channel)
  }

  const onConnect = async (client: Client, { isFirst }: { isFirst: boolean }): Promise<void> => {
    listening = new Set()
    client.on('notification', ({ channel, payload }) => handlers.call(channel, payload ?? ''))
    for (const channel of handlers.channels()) await listenTo(client, channel)
    announceReady()
    if (!isFirst) for (const handler of reconnectHandlers) handler()
  }

  const connection = createPersistentClient({ url, applicationName, logger, onConnect })

  return {
    listen: (channel, handler) => {
      handlers.add(channel, handler)
      const client = connection.current()
      // A failure here is the connection's end, and the next connection listens to everything.
      if (client !== undefined) {
        listenTo(client, channel).then(announceReady, () => undefined)
      }
      return () => handlers.remove(channel, handler)
    },
    onReconnect: (handler) => {
      reconnectHandlers.add(handler)
      return () => reconnectHandlers.delete(handler)
    },
    ready: () =>
      new Promise((resolve) => {
        waiting.add(resolve)
        if (connection.current() !== undefined) announceReady()
      }),
    stop: () => connection.stop(),
  }
}
