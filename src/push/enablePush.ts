import { callPush } from './callPush.ts'
import type { PushBrowser, PushOptions, PushState } from './pushOptions.ts'
import { type PushPage, pushPage } from './pushPage.ts'

/**
 * Asks for permission (browsers want a click before), subscribes and registers the browser with the signed-in person. Asks
 * nothing where it is on already: call it after every sign-in, so that the browser belongs to who uses it. A key that has
 * changed on the server is taken over. Throws Error when the site has no keys, nobody is signed in or the network fails.
 */
export async function enablePush(options: PushOptions = {}): Promise<PushState> {
  const page = pushPage(options)
  const { api, browser, label } = page
  if (browser === undefined) return 'unsupported'
  const permission = await browser.Notification.requestPermission()
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'off'
  const key = publicKeyIn(await callPush(browser, `${api}/push/public-key`))
  const registration = await activeWorker(browser, page)
  const subscription = await subscribed(registration, key)
  const body = {
    kind: 'web-push',
    subscription: subscription.toJSON(),
    ...(label === undefined ? {} : { label }),
  }
  await callPush(browser, `${api}/push/devices`, { method: 'POST', body })
  return 'on'
}

async function activeWorker(
  { navigator }: PushBrowser,
  { api, scope }: PushPage,
): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.register(`${api}/push/worker.js`, { scope })
  const coming = registration.active ? null : (registration.installing ?? registration.waiting)
  if (coming === null) return registration
  // `serviceWorker.ready` is about the worker of this page, which this one is not.
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (coming.state === 'activated') resolve(registration)
      if (coming.state === 'redundant') reject(new Error('the service worker could not be started'))
    }
    coming.addEventListener('statechange', look)
    look()
  })
}

async function subscribed(
  { pushManager }: ServiceWorkerRegistration,
  key: Uint8Array<ArrayBuffer>,
): Promise<PushSubscription> {
  const known = await pushManager.getSubscription()
  if (known && isSame(known.options.applicationServerKey, key)) return known
  // With another key the server could not write to it.
  await known?.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

function isSame(one: ArrayBuffer | null, other: Uint8Array): boolean {
  const bytes = new Uint8Array(one ?? new ArrayBuffer(0))
  return bytes.length === other.length && bytes.every((byte, index) => byte === other[index])
}

function publicKeyIn(answer: unknown): Uint8Array<ArrayBuffer> {
  const key =
    typeof answer === 'object' && answer !== null && 'publicKey' in answer ? answer.publicKey : ''
  const text = atob(String(key).replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
