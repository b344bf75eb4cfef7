import { callPush } from './callPush.ts'
import type { PushOptions, PushState } from './pushOptions.ts'
import { pushPage } from './pushPage.ts'
import { pushSubscription } from './pushSubscription.ts'

/** Ends the subscription of this browser, here and at the server. Throws Error when the server cannot be told. */
export async function disablePush(options: PushOptions = {}): Promise<PushState> {
  const { api, browser, scope } = pushPage(options)
  if (browser === undefined) return 'unsupported'
  const subscription = await pushSubscription(browser, scope)
  if (!subscription) return 'off'
  // First here: from now on nothing is shown, whatever becomes of the call.
  const { endpoint } = subscription
  await subscription.unsubscribe()
  await callPush(browser, `${api}/push/devices`, { method: 'DELETE', body: { endpoint } })
  return 'off'
}
