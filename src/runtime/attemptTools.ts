import type { AttemptTools } from '../delivery/attemptDelivery.ts'
import type { FlowRuntime } from './flowRuntime.ts'

type ToolsRuntime = Pick<
  FlowRuntime,
  | 'channels'
  | 'clock'
  | 'http'
  | 'inbox'
  | 'keyRing'
  | 'mailer'
  | 'refresher'
  | 'templates'
  | 'variables'
> &
  Partial<
    Pick<FlowRuntime, 'addresses' | 'callbacks' | 'devices' | 'remoteObjects' | 'unsubscribe'>
  >

/** What tries are made with, out of the engine of a Payload instance. */
export function attemptTools(runtime: ToolsRuntime): AttemptTools {
  const { addresses, callbacks, channels, clock, devices, http, inbox, keyRing, mailer } = runtime
  const { refresher, remoteObjects, templates, unsubscribe, variables } = runtime
  return {
    ...{ channels, http, inbox, keyRing, mailer, templates, variables },
    ...(addresses ? { addresses } : {}),
    ...(devices ? { devices } : {}),
    ...(remoteObjects ? { remoteObjects } : {}),
    ...(unsubscribe ? { unsubscribe } : {}),
    ...(callbacks
      ? { callbackUrl: ({ channel, entryId }) => callbacks.publicUrl({ channel, entryId }) }
      : {}),
    now: clock.now,
    refresh: (credential) => refresher.fresh(credential),
  }
}
