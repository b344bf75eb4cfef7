import { describe, expect, test } from '@jest/globals'

import {
  createInAppChannel,
  inAppChannel as channel,
} from '../../../plugins/channels/in-app/inAppChannel.ts'
import type { Inbox } from '../../../src/channels/inbox.ts'
import { startInAppFake } from '../../support/fakes/in-app/startInAppFake.ts'
import { tryChannel, tryPreview, tryValidate } from '../../support/fakes/tryChannel.ts'

type Try = Omit<Parameters<typeof tryChannel>[0], 'channel' | 'inbox'> & { inbox?: Inbox }

async function put({ inbox, ...given }: Try) {
  const fake = startInAppFake()
  const attempt = await tryChannel({ channel, inbox: inbox ?? fake.inbox, ...given })
  return { attempt, messages: fake.kept.map(({ message }) => message), kept: fake.kept }
}

describe('whom it is for', () => {
  test.each([
    ['the customer', {}, { customer: 7 }, ['7']],
    ['the user', {}, { user: '7' }, ['7']],
    ['an expression', { to: ' {{ data.current.owner.id }} ' }, { owner: { id: 2 } }, ['2']],
    ['all staff', { audience: 'staff' }, {}, ['1', '2', '3']],
    ['managers', { audience: 'manager' }, {}, ['2', '3']],
  ])('%s', async (_, target, current, people) => {
    const { attempt, kept } = await put({ target, current })
    expect([attempt.outcome, attempt.code]).toEqual(['delivered', 'IN_APP_ADDED'])
    expect(kept.map(({ userId }) => userId)).toEqual(people)
  })

  test.each([
    ['no person in the event', {}, { customer: null }, 'FLOW_IN_APP_RECIPIENT_EMPTY'],
    ['a person who is not there', { to: '404' }, {}, 'IN_APP_USER_UNKNOWN'],
    ['a role that nobody has', { audience: 'viewer' }, {}, 'IN_APP_NOBODY'],
    ['a template that fails', { to: '{{ data.current.nobody }}' }, {}, 'FLOW_TEMPLATE_FAILED'],
  ])('%s is final', async (_, target, current, code) => {
    const { attempt, kept } = await put({ target, current })
    expect([attempt.outcome, attempt.code, kept]).toEqual(['rejected', code, []])
  })
})

describe('what it says', () => {
  test('texts are plain, titles one line, and too much is cut', async () => {
    const target = {
      to: '7',
      title: 'Order\n{{ data.current.id }}\u0007',
      text: '<b>{{ data.current.name }}</b>\r\n\u0000two\tthree',
    }
    const { messages } = await put({ target, current: { id: 5, name: '<i>Анна</i>' } })
    expect(messages).toMatchObject([
      { title: 'Order 5', text: '<b><i>Анна</i></b>\ntwo\tthree', level: 'info' },
    ])
    const long = await put({ target: { to: '7', title: 'т'.repeat(300), text: 'x'.repeat(3000) } })
    expect(long.messages.map(({ text, title }) => [title.length, text.length])).toEqual([
      [200, 2000],
    ])
    expect(long.attempt).toMatchObject({ note: 'what was too long was cut' })
  })

  test('an empty title becomes the type of the event', async () => {
    const { messages } = await put({
      target: { to: '7', title: '{{ data.current.name }}' },
      current: { name: ' ' },
    })
    expect(messages).toMatchObject([{ title: 'order.paid' }])
  })
})

describe('where it leads', () => {
  test('staff to the document, customers nowhere, unless it is said', async () => {
    const links = async (target: Record<string, unknown>) =>
      (await put({ target })).messages.map(({ link }) => link)
    expect(await links({ audience: 'admin' })).toEqual(['/admin/collections/orders/42'])
    expect(await links({ to: '7' })).toEqual([null])
    expect(await links({ to: '7', link: '/o/{{ data.current.id }}' })).toEqual(['/o/42'])
    const elsewhere = startInAppFake()
    await tryChannel({
      channel: createInAppChannel({ adminRoute: '/backstage' }),
      target: { audience: 'admin' },
      inbox: elsewhere.inbox,
    })
    expect(elsewhere.kept[0]?.message.link).toBe('/backstage/collections/orders/42')
  })

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'http://shop.example',
    'https://anna:secret@shop.example',
    'https://',
    'shop.example',
    '/a\nb',
  ])('not to %j', async (link) => {
    const given = { to: '7', link: '{{ data.current.link }}' }
    const { attempt, messages } = await put({ target: given, current: { link } })
    expect(messages).toMatchObject([{ link: null }])
    expect(attempt).toMatchObject({ outcome: 'delivered', note: expect.stringContaining('link') })
    expect(await tryValidate({ channel, target: { to: '7', link } })).toEqual([
      'FLOW_IN_APP_LINK_INVALID',
      'link',
    ])
  })

  test.each([
    '/',
    '/account?tab=1#x',
    'https://shop.example/заказ',
    '{{ data.current.url }}',
    '/o/{{ data.current.id }}',
    'https://{{ data.current.host }}/',
  ])('the form takes %j', async (link) => {
    expect(await tryValidate({ channel, target: { link } })).toBeUndefined()
  })

  test.each(['javascript:{{ data.current.id }}', '//{{ data.current.host }}', 'http://{{ x }}'])(
    'the form refuses %j',
    async (link) => {
      expect(await tryValidate({ channel, target: { link } })).toEqual([
        'FLOW_IN_APP_LINK_INVALID',
        'link',
      ])
    },
  )
})

test('a second try of the same delivery says that everybody had it', async () => {
  const { inbox } = startInAppFake()
  await tryChannel({ channel, target: { to: '7' }, inbox })
  expect(await tryChannel({ channel, target: { to: '7' }, inbox })).toMatchObject({
    outcome: 'delivered',
    code: 'IN_APP_ALREADY_THERE',
  })
})

test('the preview shows what will be put', async () => {
  const target = { audience: 'manager', title: 'Paid: {{ data.current.id }}', level: 'success' }
  expect(await tryPreview({ channel, target })).toEqual({
    to: 'manager',
    subject: 'Paid: 42',
    text: '',
    json: {
      audience: { kind: 'staff', role: 'manager' },
      title: 'Paid: 42',
      text: '',
      link: '/admin/collections/orders/42',
      level: 'success',
    },
  })
})
