import type { PushBrowser } from './pushOptions.ts'

/** The browser's subscription at our own worker; one of a worker the site has besides is not touched. */
export async function pushSubscription(
  { navigator }: PushBrowser,
  scope: string,
): Promise<PushSubscription | undefined> {
  const registrations = await navigator.serviceWorker.getRegistrations()
  const own = registrations.find((each) => new URL(scope, each.scope).href === each.scope)
  return (await own?.pushManager.getSubscription()) ?? undefined
}
