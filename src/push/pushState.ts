import type { PushOptions, PushState } from './pushOptions.ts'
import { pushPage } from './pushPage.ts'
import { pushSubscription } from './pushSubscription.ts'

/** How things stand, without asking anybody. */
export async function pushState(options: PushOptions = {}): Promise<PushState> {
  const { browser, scope } = pushPage(options)
  if (browser === undefined) return 'unsupported'
  if (browser.Notification.permission === 'denied') return 'denied'
  const subscription = await pushSubscription(browser, scope)
  return subscription && browser.Notification.permission === 'granted' ? 'on' : 'off'
}
