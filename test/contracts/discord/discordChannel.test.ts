import { afterEach, describe, expect, test } from '@jest/globals'

import { createDiscordChannel } from '../../../plugins/channels/discord/discordChannel.ts'
import type { Attempt, JsonObject } from '../../../src/index.ts'
import {
  type DiscordFake,
  discordReply,
  FAKE_DISCORD_PATH,
  startDiscordFake,
} from '../../support/fakes/discord/startDiscordFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'

const open: DiscordFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

type Given = {
  target?: Record<string, unknown>
  current?: JsonObject
  path?: string
  reply?: LoopbackReply
  secrets?: Record<string, string>
}

/** The form's address is Discord's own; the channel is told to reach it at the fake. */
async function prepare({ path = FAKE_DISCORD_PATH, reply, secrets, target = {} }: Given) {
  const fake = await startDiscordFake(() => reply)
  open.push(fake)
  const channel = createDiscordChannel({ apiUrl: `${fake.url}/` })
  const own = { webhookUrl: `https://discord.com${path}` }
  return { fake, given: { channel, secrets: secrets ?? own, target } }
}

async function deliver(given: Given = {}): Promise<{ attempt: Attempt; fake: DiscordFake }> {
  const { fake, given: ready } = await prepare(given)
  const { current } = given
  return { attempt: await tryChannel({ ...ready, ...(current ? { current } : {}) }), fake }
}

const nobody = { parse: [], roles: [], users: [] }

describe('EV-30: the message that arrives', () => {
  test('the default text reads well, and the receipt names the message', async () => {
    const { attempt, fake } = await deliver()
    expect(fake.posted).toEqual([
      {
        content: '**order.paid**\norders 42\n2026-11-21 10:00 UTC',
        allowed_mentions: nobody,
        threadId: null,
      },
    ])
    expect(fake.requests[0]?.query.get('wait')).toBe('true')
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'DISCORD_200',
      receipt: { messageId: '5001', channelId: '77' },
    })
  })
  test('values carry no markup, no masked link and no mention; the template does', async () => {
    const { fake } = await deliver({
      target: { text: '**{{ data.current.name }}** @here <@&123> <@45> <@!45>' },
      current: { name: '@everyone <@&999> **x** [банк](https://evil.example)' },
    })
    expect(fake.posted[0]).toMatchObject({
      content: String.raw`**@​everyone \<@&999\> \*\*x\*\* \[банк\]\(https://evil.example%29** @here <@&123> <@45> <@!45>`,
      allowed_mentions: { parse: ['everyone'], roles: ['123'], users: ['45'] },
    })
  })
  test('a card: title, link, colour, time of the event, and the mentions above it', async () => {
    const { fake } = await deliver({
      target: {
        title: 'Заказ\n{{ data.current.id }}',
        titleUrl: 'https://shop.example/orders/{{ data.current.id }}',
        colour: '#2ECC71',
        text: 'Оплачен <@&123>',
        isPreviewHidden: true,
        isSilent: true,
      },
    })
    expect(fake.posted[0]).toEqual({
      content: '<@&123>',
      embeds: [
        {
          title: 'Заказ 42',
          description: 'Оплачен <@&123>',
          url: 'https://shop.example/orders/42',
          color: 0x2ecc71,
          timestamp: '2026-11-21T10:00:00.000Z',
        },
      ],
      flags: 4096,
      allowed_mentions: { parse: [], roles: ['123'], users: [] },
      threadId: null,
    })
  })
  test('a card may have no text', async () => {
    const { fake } = await deliver({
      target: { title: 'x', text: '{{ data.current.none | default: "" }}' },
    })
    expect(fake.posted[0]?.embeds).toEqual([{ title: 'x', timestamp: '2026-11-21T10:00:00.000Z' }])
  })
  test('sender, thread, flags', async () => {
    const { fake } = await deliver({
      target: {
        username: 'Магазин {{ data.current.id }}',
        avatarUrl: 'https://shop.example/logo.png',
        threadId: '{{ data.current.thread }}',
        isPreviewHidden: true,
        isSilent: true,
      },
      current: { thread: '1130000000000000009' },
    })
    expect(fake.posted[0]).toMatchObject({
      username: 'Магазин 42',
      avatar_url: 'https://shop.example/logo.png',
      flags: 4100,
      threadId: '1130000000000000009',
    })
  })
  test('a new forum post per message', async () => {
    const { fake } = await deliver({
      target: { threadName: `Заказ {{ data.current.id }} ${'я'.repeat(200)}` },
    })
    expect(fake.posted[0]?.thread_name).toMatch(/^Заказ 42 я+…$/)
  })
  test('links that are none are left out, and the note says so', async () => {
    const { attempt, fake } = await deliver({
      target: { title: 'x', titleUrl: 'javascript:alert(1)', avatarUrl: 'logo.png' },
    })
    expect(fake.posted[0]).not.toHaveProperty('avatar_url')
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      reasons: [{ key: 'link_left_out' }, { key: 'avatar_left_out' }],
    })
  })
  test.each([
    [{}, 2000],
    [{ title: 'x' }, 4096],
  ])('what is too long is cut, and no backslash is left over: %j', async (target, most) => {
    for (const start of ['', 'x']) {
      const { attempt, fake } = await deliver({
        target: { ...target, text: `${start}{{ data.current.long }}` },
        current: { long: '*'.repeat(5000) },
      })
      const [posted] = fake.posted
      expect(posted?.embeds?.[0]?.description ?? posted?.content).toMatch(/^x?(?:\\\*)+…$/)
      expect(attempt).toMatchObject({ reasons: [{ key: 'cut', params: { most } }] })
    }
  })
})

describe('answers', () => {
  test.each([
    ['/api/webhooks/999/abc', 'DISCORD_10015', 'gone', true],
    ['/api/v10/webhooks/1130000000000000001/wrong', 'DISCORD_50027', 'token', true],
  ])('%s: %s', async (path, code, key, isGone) => {
    const { attempt } = await deliver({ path })
    expect(attempt).toMatchObject({ outcome: 'rejected', code, isGone, reasons: [{ key }] })
  })
  test('the server’s own address being gone does not switch off a subscription', async () => {
    const { fake } = await prepare({})
    const webhookUrl = 'https://discord.com/api/webhooks/999/abc-secret'
    const channel = createDiscordChannel({ apiUrl: fake.url, webhookUrl })
    const attempt = await tryChannel({ channel, target: {}, secrets: {} })
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'DISCORD_10015' })
    expect(attempt).not.toHaveProperty('isGone')
    expect(attempt.exchange.request['url']).toBe(`${fake.url}/api/webhooks/999/***?wait=true`)
  })
  test('a thread that is no more is final, and the webhook stays', async () => {
    const { attempt } = await deliver({ target: { threadId: '404' } })
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'DISCORD_10003' })
    expect(attempt).not.toHaveProperty('isGone')
  })
  test('a refused form names its fields', async () => {
    const { attempt } = await deliver({ target: { username: 'Discord shop' } })
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'DISCORD_50035' })
    expect('reason' in attempt && attempt.reason).toMatch(/Invalid Form Body; username: /)
  })
  const limited = { message: 'You are being rate limited.', global: false }
  test.each<[string, LoopbackReply, string, string, number | undefined]>([
    [
      'flood',
      discordReply(429, { ...limited, retry_after: 64.57 }, { 'retry-after': '65' }),
      'unavailable',
      'busy',
      64_570,
    ],
    [
      'flood of Cloudflare',
      { status: 429, headers: { 'retry-after': '3' }, body: 'error code: 1015' },
      'unavailable',
      'busy',
      3000,
    ],
    [
      'absurd flood',
      discordReply(429, { ...limited, retry_after: 1e12 }),
      'unavailable',
      'busy',
      86_400_000,
    ],
    [
      'error of the server',
      discordReply(500, { message: 'x' }),
      'unavailable',
      'broken',
      undefined,
    ],
    ['gateway', { status: 502, body: '<html>' }, 'unavailable', 'broken', undefined],
    ['wall', { status: 403, body: '<html>Forbidden' }, 'unavailable', 'foreign', undefined],
    ['empty', { status: 200, body: '' }, 'unavailable', 'foreign', undefined],
    ['no message', { status: 200, body: '{}' }, 'unavailable', 'foreign', undefined],
    [
      'redirect',
      { status: 302, headers: { location: 'https://discord.com/' }, body: '' },
      'unavailable',
      'foreign',
      undefined,
    ],
    [
      'too large',
      discordReply(413, { message: 'Request entity too large', code: 40005 }),
      'rejected',
      'refused',
      undefined,
    ],
    [
      'no rights',
      discordReply(403, { message: 'Missing Permissions', code: 50013 }),
      'rejected',
      'refused',
      undefined,
    ],
    [
      'without a number',
      discordReply(401, { message: '401: Unauthorized' }),
      'rejected',
      'refused',
      undefined,
    ],
  ])('%s', async (_, reply, outcome, key, retryAfterMs) => {
    const { attempt } = await deliver({ reply })
    expect(attempt).toMatchObject({ outcome, reasons: [{ key }] })
    expect('retryAfterMs' in attempt ? attempt.retryAfterMs : undefined).toBe(retryAfterMs)
  })
  test('an empty 204 is success without a receipt', async () => {
    const { attempt } = await deliver({ reply: { status: 204, body: '' } })
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'DISCORD_204',
      receipt: { messageId: null },
    })
  })
})

describe('what never leaves', () => {
  test.each<[string, Given, string]>([
    ['no address', { secrets: {} }, 'FLOW_DISCORD_URL_MISSING'],
    [
      'an odd address',
      { secrets: { webhookUrl: 'https://discord.com/channels/1/2' } },
      'FLOW_DISCORD_URL_INVALID',
    ],
    [
      'no text',
      { target: { text: '{{ data.current.none | default: "" }}' } },
      'FLOW_DISCORD_TEXT_EMPTY',
    ],
    [
      'an odd thread',
      { target: { threadId: '{{ data.current.status }}' } },
      'FLOW_DISCORD_THREAD_INVALID',
    ],
    [
      'a thread with a query',
      { target: { threadId: '{{ "1&wait=false" }}' } },
      'FLOW_DISCORD_THREAD_INVALID',
    ],
    ['a missing value', { target: { title: '{{ data.current.nope }}' } }, 'FLOW_TEMPLATE_FAILED'],
  ])('%s', async (_, given, code) => {
    const { attempt, fake } = await deliver(given)
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })
})

describe('the account', () => {
  test.each<[string, Given, object]>([
    ['alive', {}, { isOk: true, account: 'Касса' }],
    ['gone', { path: '/api/webhooks/999/abc' }, { isOk: false, code: 'DISCORD_10015' }],
    [
      'wrong',
      { path: '/api/webhooks/1130000000000000001/x' },
      { isOk: false, code: 'DISCORD_50027' },
    ],
    ['no address', { secrets: {} }, { isOk: false, code: 'FLOW_DISCORD_URL_MISSING' }],
  ])('check: %s, and nothing is posted', async (_, given, expected) => {
    const { fake, given: ready } = await prepare(given)
    expect(await tryConnection(ready)).toMatchObject(expected)
    expect(fake.posted).toEqual([])
  })
})

describe('the form', () => {
  const channel = createDiscordChannel()
  test.each([
    ['https://discord.com/api/webhooks/123/ab-c_D', true],
    [' https://ptb.discord.com/api/v10/webhooks/123/abc/ ', true],
    ['https://discordapp.com/api/webhooks/123/abc?wait=true', true],
    ['https://proxy.example.com/discord/api/webhooks/123/abc', true],
    ['http://discord.com/api/webhooks/123/abc', false],
    ['https://discord.com/api/webhooks/123/abc/slack', false],
    ['https://discord.com/api/webhooks/123', false],
    ['https://discord.com/channels/1/2', false],
    ['https://a:b@discord.com/api/webhooks/123/abc', false],
    ['discord.com/api/webhooks/123/abc', false],
  ])('address %s: %s', (url, isFit) => {
    const check = () => channel.checkSecret?.('webhookUrl', url)
    if (isFit) expect(check).not.toThrow()
    else expect(check).toThrow(/FLOW_DISCORD_URL_INVALID/)
  })
  test.each([
    [{}, undefined],
    [{ threadId: '{{ id }}', title: 'x' }, undefined],
    [{ title: '{{ a' }, ['FLOW_TEMPLATE_INVALID', 'title']],
    [{ threadId: 'news' }, ['FLOW_DISCORD_THREAD_INVALID', 'threadId']],
    [{ threadId: '1', threadName: 'x' }, ['FLOW_DISCORD_THREAD_TWICE', 'threadName']],
  ])('%j', async (target, expected) => {
    expect(await tryValidate({ channel, target })).toEqual(expected)
  })
  test.each([{ colour: 'green' }, { colour: '#12345' }, { isSilent: 'yes' }, { text: 5 }])(
    'refused: %j',
    (target) => {
      expect(channel.target.safeParse(target).success).toBe(false)
    },
  )
  test('preview and line', async () => {
    const target = { title: 'Заказ', text: '{{ data.current.customerName }}', room: '#sales' }
    expect(await tryPreview({ channel, target })).toMatchObject({
      to: '#sales',
      subject: 'Заказ',
      text: 'Анна 👋',
      json: { embeds: [{ title: 'Заказ', description: 'Анна 👋' }] },
    })
    expect(channel.describeTarget(channel.target.parse({}))).toBe('Discord')
    expect(channel.describeTarget(channel.target.parse(target))).toBe('Discord #sales')
  })
})
