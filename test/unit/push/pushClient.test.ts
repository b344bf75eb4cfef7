import { beforeEach, describe, expect, test } from '@jest/globals'

import { disablePush, enablePush, pushState } from '../../../src/push.ts'
import type { PushBrowser } from '../../../src/push/pushOptions.ts'

const key = Buffer.from([4, 250, 251, 252, ...Array.from({ length: 61 }, () => 7)])
const publicKey = key.toString('base64url')

type Call = { method: string; url: string; body: unknown }
type FakeSubscription = {
  endpoint: string
  options: { applicationServerKey: ArrayBuffer }
  unsubscribe: () => Promise<boolean>
  toJSON: () => object
}

let calls: Call[]
let refusal: number | undefined
let permission: NotificationPermission
let answerToQuestion: NotificationPermission
let subscription: FakeSubscription | null
let made: number
let workerStates: string[]
let browser: PushBrowser

/** A page of shop.example.com with a worker of the site's own beside ours. */
beforeEach(() => {
  ;[calls, refusal, subscription, made] = [[], undefined, null, 0]
  ;[permission, answerToQuestion] = ['default', 'granted']
  workerStates = ['installing', 'activated']
  let scopes: string[] = ['https://shop.example.com/']
  const pushManager = {
    getSubscription: async () => subscription,
    subscribe: async (options: { applicationServerKey: Uint8Array }) => {
      made += 1
      subscription = subscriptionOf(options.applicationServerKey, made)
      return subscription
    },
  }
  const foreign = { pushManager: { getSubscription: () => Promise.reject(new Error('not ours')) } }
  const registrationOf = (scope: string) =>
    scope.endsWith('/api/push/') ? { scope, pushManager } : { scope, ...foreign }
  const fakes = {
    fetch: async (url: string, init: { method?: string; body?: string }) => {
      calls.push({ url, method: init.method ?? 'GET', body: JSON.parse(init.body ?? 'null') })
      if (refusal !== undefined) {
        return Response.json({ errors: [{ message: 'sign in first' }] }, { status: refusal })
      }
      return Response.json(url.endsWith('public-key') ? { publicKey } : {})
    },
    Notification: {
      get permission() {
        return permission
      },
      requestPermission: async () => {
        permission = answerToQuestion
        return permission
      },
    },
    navigator: {
      serviceWorker: {
        getRegistrations: async () => scopes.map(registrationOf),
        register: async (url: string, { scope }: { scope: string }) => {
          calls.push({ method: 'REGISTER', url, body: scope })
          scopes = [...scopes, `https://shop.example.com${scope}`]
          return { ...registrationOf(`https://shop.example.com${scope}`), installing: worker() }
        },
      },
    },
  }
  browser = fakes as unknown as PushBrowser
})

/** A worker that starts while somebody listens. */
function worker() {
  const [first = 'activated', ...later] = workerStates
  const self = {
    state: first,
    addEventListener: (_: string, listener: () => void) => {
      for (const state of later) {
        queueMicrotask(() => {
          self.state = state
          listener()
        })
      }
    },
  }
  return self
}

function subscriptionOf(serverKey: Uint8Array, number: number): FakeSubscription {
  const endpoint = `https://push.example/${number}`
  return {
    endpoint,
    options: { applicationServerKey: new Uint8Array(serverKey).buffer },
    unsubscribe: async () => {
      subscription = null
      return true
    },
    toJSON: () => ({ endpoint, expirationTime: null, keys: { p256dh: 'p', auth: 'a' } }),
  }
}

describe('switching on', () => {
  test('asks, subscribes with the site’s key and registers', async () => {
    expect(await pushState({ browser })).toBe('off')
    expect(await enablePush({ browser, label: 'Касса' })).toBe('on')
    expect(calls).toEqual([
      { method: 'GET', url: '/api/push/public-key', body: null },
      { method: 'REGISTER', url: '/api/push/worker.js', body: '/api/push/' },
      {
        method: 'POST',
        url: '/api/push/devices',
        body: {
          kind: 'web-push',
          subscription: {
            endpoint: 'https://push.example/1',
            expirationTime: null,
            keys: { p256dh: 'p', auth: 'a' },
          },
          label: 'Касса',
        },
      },
    ])
    expect(Buffer.from(subscription?.options.applicationServerKey ?? new ArrayBuffer(0))).toEqual(
      key,
    )
    expect(await pushState({ browser })).toBe('on')
  })
  test('again: the same subscription; after a change of the key a new one', async () => {
    await enablePush({ browser })
    await enablePush({ browser })
    expect(made).toBe(1)
    subscription = subscriptionOf(Buffer.alloc(65, 4), 1)
    await enablePush({ browser })
    expect([made, subscription?.endpoint]).toEqual([2, 'https://push.example/2'])
  })
  test('refused by the person: nobody is told, and it is remembered', async () => {
    answerToQuestion = 'denied'
    expect(await enablePush({ browser })).toBe('denied')
    expect([calls, await pushState({ browser })]).toEqual([[], 'denied'])
  })
  test('put off: still off', async () => {
    answerToQuestion = 'default'
    expect(await enablePush({ browser })).toBe('off')
  })
  test('what the server says is the error', async () => {
    refusal = 401
    await expect(enablePush({ browser })).rejects.toThrow('sign in first')
  })
  test('a worker that does not start is an error', async () => {
    workerStates = ['installing', 'redundant']
    await expect(enablePush({ browser })).rejects.toThrow('could not be started')
  })
})

describe('switching off', () => {
  test('ends the subscription and tells the server', async () => {
    await enablePush({ browser })
    expect(await disablePush({ browser, apiUrl: '/api/' })).toBe('off')
    expect([subscription, calls.at(-1)]).toEqual([
      null,
      { method: 'DELETE', url: '/api/push/devices', body: { endpoint: 'https://push.example/1' } },
    ])
  })
  test('where nothing is on, nothing is done; a site’s own worker is left alone', async () => {
    expect(await disablePush({ browser })).toBe('off')
    expect(calls).toEqual([])
  })
})

test('no notifications here', async () => {
  expect([await pushState(), await enablePush(), await disablePush()]).toEqual([
    'unsupported',
    'unsupported',
    'unsupported',
  ])
})
