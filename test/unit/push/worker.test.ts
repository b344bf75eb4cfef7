import { createContext, runInContext } from 'node:vm'
import { beforeEach, expect, test } from '@jest/globals'

import { workerScript } from '../../../src/api/push/workerScript.ts'

type Listener = (event: Record<string, unknown>) => void

let shown: [title: string, options: Record<string, unknown>][]
let opened: string[]
let focused: string[]
let pages: string[]
let send: (name: string, event: Record<string, unknown>) => Promise<unknown>

/** A worker of the site, with the parts of a browser that it uses. */
beforeEach(() => {
  ;[shown, opened, focused, pages] = [[], [], [], []]
  const listeners = new Map<string, Listener>()
  const self = {
    location: new URL('https://shop.example.com/api/push/worker.js'),
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    skipWaiting: () => undefined,
    registration: {
      showNotification: async (title: string, options: Record<string, unknown>) =>
        shown.push([title, options]),
    },
    clients: {
      matchAll: async () => pages.map((url) => ({ url, focus: async () => focused.push(url) })),
      openWindow: async (url: string) => opened.push(url),
    },
  }
  runInContext(workerScript, createContext({ self, URL, Object }))
  send = async (name, event) => {
    let waited: unknown
    listeners.get(name)?.({ ...event, waitUntil: (work: unknown) => (waited = work) })
    return waited
  }
})

const push = (text: string) => send('push', { data: { json: (): unknown => JSON.parse(text) } })
const click = (link?: string) =>
  send('notificationclick', {
    notification: { data: { link }, close: () => undefined },
  })

test('a message is shown, with its tag', async () => {
  const message = {
    title: 'Заказ',
    text: 'Оплачен',
    tag: 'dlv_1',
    link: '/orders/1',
    icon: '/i.png',
  }
  await push(JSON.stringify(message))
  expect(shown).toEqual([
    [
      'Заказ',
      {
        body: 'Оплачен',
        tag: 'dlv_1',
        icon: '/i.png',
        image: undefined,
        data: { link: '/orders/1' },
      },
    ],
  ])
})

test('what is no message of ours is shown too: silence would cost the permission', async () => {
  await push('no json')
  await send('push', { data: null })
  expect(shown.map(([title]) => title)).toEqual(['shop.example.com', 'shop.example.com'])
})

test('a click opens the link, or the page that shows it already', async () => {
  await click('/orders/1')
  expect(opened).toEqual(['https://shop.example.com/orders/1'])
  pages = ['https://shop.example.com/', 'https://shop.example.com/orders/1']
  await click('https://shop.example.com/orders/1')
  expect([focused, opened.length]).toEqual([['https://shop.example.com/orders/1'], 1])
  await click()
  expect(focused.at(-1)).toBe('https://shop.example.com/')
})

test('a link that is no page opens nothing', async () => {
  await click('javascript:alert(1)')
  expect([opened, focused]).toEqual([[], []])
})
