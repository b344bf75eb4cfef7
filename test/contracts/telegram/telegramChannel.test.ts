import { afterEach, describe, expect, test } from '@jest/globals'

import { createTelegramChannel } from '../../../plugins/channels/telegram/telegramChannel.ts'
import type { Attempt, JsonObject } from '../../../src/index.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  FAKE_BOT_TOKEN,
  startTelegramFake,
  type TelegramFake,
  telegramReply,
} from '../../support/fakes/telegram/startTelegramFake.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'

const CHAT = '-1001234567890'
const open: TelegramFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

type Given = {
  target?: Record<string, unknown>
  current?: JsonObject
  secrets?: Record<string, string>
  botToken?: string
  script?: (count: number) => LoopbackReply | undefined
}

async function prepare({ botToken = FAKE_BOT_TOKEN, script, secrets = {}, target }: Given) {
  let count = 0
  const fake = await startTelegramFake(() => script?.(count++))
  open.push(fake)
  const channel = createTelegramChannel({ apiUrl: `${fake.url}/`, botToken })
  return { fake, given: { channel, secrets, target: { chatId: CHAT, ...target } } }
}

async function deliver(given: Given = {}): Promise<{ attempt: Attempt; fake: TelegramFake }> {
  const { fake, given: ready } = await prepare(given)
  const { current } = given
  return { attempt: await tryChannel({ ...ready, ...(current ? { current } : {}) }), fake }
}

describe('EV-30: the message that arrives', () => {
  test('the default text reads well, and the receipt names the message', async () => {
    const { attempt, fake } = await deliver()
    expect(fake.posted).toEqual([
      {
        chat_id: -1001234567890,
        text: '<b>order.paid</b>\norders 42\n2026-11-21 10:00 UTC',
        parse_mode: 'HTML',
        seen: 'order.paid\norders 42\n2026-11-21 10:00 UTC',
      },
    ])
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'TELEGRAM_200',
      receipt: { messageId: '101', chatId: CHAT, sentAt: '2025-05-03T10:40:00.000Z' },
    })
    expect(attempt).not.toHaveProperty('note')
  })

  test('values are escaped, tags of the template are not', async () => {
    const { fake } = await deliver({
      target: { text: '<b>{{ data.current.name }}</b>' },
      current: { name: '<i>Анна</i> & "Ко" </b>' },
    })
    expect(fake.posted[0]?.seen).toBe('<i>Анна</i> & "Ко" </b>')
    expect(fake.posted[0]?.text).toMatch(/^<b>&lt;i&gt;/)
  })

  test('plain text goes out as it is', async () => {
    const { fake } = await deliver({
      target: { format: 'plain', text: 'a < {{ data.current.name }}' },
      current: { name: '<b>x</b>' },
    })
    expect(fake.posted[0]).toEqual({
      chat_id: -1001234567890,
      text: 'a < <b>x</b>',
      seen: 'a < <b>x</b>',
    })
  })

  test('Markdown goes out as tags, and values stay values', async () => {
    const { attempt, fake } = await deliver({
      target: {
        format: 'markdown',
        text: '*Заказ {{ data.current.number }}* на 10.50: `{{ data.current.name }}`',
      },
      current: { number: 'FM-1*_', name: 'a_b [c](d) \\ `' },
    })
    expect(attempt.outcome).toBe('delivered')
    expect(fake.posted[0]?.seen).toBe('Заказ FM-1*_ на 10.50: a_b [c](d) \\ `')
    expect(fake.posted[0]?.text).toMatch(/^<b>Заказ FM-1\*_<\/b> на/)
    expect(attempt).not.toHaveProperty('note')
  })

  test('chat and topic from the event; topic, silence, protection, button and picture are sent', async () => {
    const { attempt, fake } = await deliver({
      target: {
        chatId: '{{ data.current.telegramId }}',
        threadId: '{{ data.current.topic }}',
        text: 'x',
        buttonText: 'Открыть {{ data.current.id }}',
        buttonUrl: 'https://shop.example/orders/{{ data.current.id }}',
        previewUrl: 'https://shop.example/p.jpg',
        isSilent: true,
        isProtected: true,
      },
      current: { telegramId: 42, topic: 17 },
    })
    expect(attempt.outcome).toBe('delivered')
    expect(fake.posted[0]).toMatchObject({
      chat_id: 42,
      message_thread_id: 17,
      disable_notification: true,
      protect_content: true,
      link_preview_options: { url: 'https://shop.example/p.jpg', show_above_text: true },
      reply_markup: {
        inline_keyboard: [[{ text: 'Открыть 42', url: 'https://shop.example/orders/42' }]],
      },
    })
  })

  test('the "General" topic is not named', async () => {
    const { fake } = await deliver({ target: { threadId: 1, isPreviewHidden: true } })
    expect(fake.posted[0]).not.toHaveProperty('message_thread_id')
    expect(fake.posted[0]?.link_preview_options).toEqual({ is_disabled: true })
  })

  test('a button or picture without a web address is left out, and the note says so', async () => {
    const { attempt, fake } = await deliver({
      target: {
        buttonText: 'x',
        buttonUrl: 'http://localhost/1',
        previewUrl: 'javascript:alert(1)',
      },
    })
    expect(fake.posted[0]).not.toHaveProperty('reply_markup')
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      reasons: [{ key: 'button_left_out' }, { key: 'preview_left_out' }],
    })
  })

  test.each(['html', 'plain'])('what is too long is cut: %s', async (format) => {
    const { attempt, fake } = await deliver({
      target: { format, text: '<b>{{ data.current.long }}</b>' },
      current: { long: '<я>'.repeat(3000) },
    })
    expect(fake.posted[0]?.seen).toHaveLength(4096)
    expect(attempt).toMatchObject({ reasons: [{ key: 'cut', params: { most: 4096 } }] })
  })

  test.each([
    ['html', '<b>{{ data.current.long }}</b>'],
    ['plain', '{{ data.current.long }}'],
  ])('what is too long goes out as several messages when it is to: %s', async (format, text) => {
    const long = Array.from({ length: 1500 }, (_, n) => `слово${n}`).join(' ')
    const { attempt, fake } = await deliver({
      target: {
        format,
        text,
        overlong: 'split',
        buttonText: 'x',
        buttonUrl: 'https://shop.example',
      },
      current: { long },
    })
    const seen = fake.posted.map((message) => message.seen)
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.every((one) => one.length <= 4096)).toBe(true)
    expect(seen.join(' ')).toBe(long)
    expect(fake.posted.map((message) => 'reply_markup' in message)).toEqual([
      ...seen.slice(1).map(() => false),
      true,
    ])
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      reasons: [{ key: 'split', params: { count: seen.length } }],
    })
  })

  test('what is too long is not sent at all when it is to be refused', async () => {
    const { attempt, fake } = await deliver({
      target: { text: '{{ data.current.long }}', overlong: 'refuse' },
      current: { long: 'я'.repeat(4097) },
    })
    expect(fake.posted).toEqual([])
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'FLOW_TELEGRAM_TEXT_TOO_LONG' })
    const short = await deliver({
      target: { text: '{{ data.current.long }}', overlong: 'refuse' },
      current: { long: 'я'.repeat(4096) },
    })
    expect(short.attempt.outcome).toBe('delivered')
  })

  test('one of several that fails: the reason says what went before it', async () => {
    const { attempt, fake } = await deliver({
      target: { text: '{{ data.current.long }}', overlong: 'split' },
      current: { long: 'слово '.repeat(2000) },
      script: (count) =>
        count === 1
          ? telegramReply(429, 'Too Many Requests: retry after 3', { retry_after: 3 })
          : undefined,
    })
    expect(fake.posted).toHaveLength(1)
    expect(attempt).toMatchObject({
      outcome: 'unavailable',
      retryAfterMs: 3_000,
      reasons: [{ key: 'busy' }, { key: 'split_broken', params: { sent: 1, count: 3 } }],
    })
  })

  test('a source with too much markup goes out plain', async () => {
    const { attempt, fake } = await deliver({
      target: { text: `${'<b><i><u><s><code>x</code></s></u></i></b>'.repeat(900)}` },
    })
    expect(fake.posted[0]?.text).toBe('x'.repeat(900))
    expect(attempt).toMatchObject({ outcome: 'delivered', reasons: [{ key: 'cut' }] })
  })
})

describe('what Telegram itself corrects, in the same try', () => {
  test('a group that became a supergroup', async () => {
    const { attempt, fake } = await deliver({ target: { chatId: '-50' } })
    expect(fake.requests).toHaveLength(2)
    expect(fake.posted[0]?.chat_id).toBe(-1001234567890)
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      reasons: [{ key: 'migrated', params: { chat: CHAT } }],
    })
  })
  test('markup it cannot read goes out as plain text', async () => {
    const { attempt, fake } = await deliver({
      target: { text: '<b>a & b</b>' },
      script: (count) =>
        count === 0 ? telegramReply(400, "Bad Request: can't parse entities: whatever") : undefined,
    })
    expect(fake.posted).toEqual([{ chat_id: -1001234567890, text: 'a & b', seen: 'a & b' }])
    expect(attempt).toMatchObject({ outcome: 'delivered', reasons: [{ key: 'sent_plain' }] })
  })
  test('corrections end: a server that never agrees is final', async () => {
    const { attempt, fake } = await deliver({
      script: (count) =>
        telegramReply(400, 'Bad Request: group chat was upgraded', {
          migrate_to_chat_id: -100 - count,
        }),
    })
    expect(fake.requests).toHaveLength(3)
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'TELEGRAM_400' })
  })
})

describe('answers', () => {
  test.each([
    ['43', 'TELEGRAM_403', 'blocked', true],
    ['44', 'TELEGRAM_403', 'deactivated', true],
    ['45', 'TELEGRAM_403', 'not_started', undefined],
    ['-46', 'TELEGRAM_403', 'kicked', true],
    ['-47', 'TELEGRAM_403', 'not_member', undefined],
    ['-48', 'TELEGRAM_403', 'chat_deleted', true],
    ['-49', 'TELEGRAM_400', 'no_rights', undefined],
    ['999', 'TELEGRAM_400', 'chat_not_found', undefined],
  ])('chat %s: %s %s, gone: %s', async (chatId, code, key, isGone) => {
    const { attempt } = await deliver({ target: { chatId } })
    expect(attempt).toMatchObject({ outcome: 'rejected', code, reasons: [{ key }] })
    expect('isGone' in attempt ? attempt.isGone : undefined).toBe(isGone)
  })

  test('one person’s block does not end a target that names a person per event', async () => {
    const { attempt } = await deliver({
      target: { chatId: '{{ data.current.telegramId }}' },
      current: { telegramId: '43' },
    })
    expect(attempt).toMatchObject({ outcome: 'rejected', reasons: [{ key: 'blocked' }] })
    expect(attempt).not.toHaveProperty('isGone')
  })

  test.each<[string, LoopbackReply, string, string, number | undefined]>([
    [
      'flood',
      telegramReply(429, 'Too Many Requests: retry after 35', { retry_after: 35 }),
      'unavailable',
      'busy',
      35_000,
    ],
    [
      'flood, header only',
      { status: 429, headers: { 'retry-after': '4' }, body: '{"ok":false,"error_code":429}' },
      'unavailable',
      'busy',
      4000,
    ],
    [
      'absurd flood',
      telegramReply(429, 'x', { retry_after: 1e9 }),
      'unavailable',
      'busy',
      86_400_000,
    ],
    [
      'error of the server',
      telegramReply(500, 'Internal Server Error: x'),
      'unavailable',
      'broken',
      undefined,
    ],
    [
      'proxy',
      { status: 502, body: '<html>Bad Gateway</html>' },
      'unavailable',
      'foreign',
      undefined,
    ],
    ['wall', { status: 403, body: '<html>Forbidden</html>' }, 'unavailable', 'foreign', undefined],
    ['empty', { status: 200, body: '' }, 'unavailable', 'foreign', undefined],
    [
      'success under a status of failure',
      { status: 500, body: '{"ok":true,"result":{}}' },
      'unavailable',
      'foreign',
      undefined,
    ],
    ['revoked token', telegramReply(401, 'Unauthorized'), 'rejected', 'token', undefined],
    ['mangled token', telegramReply(404, 'Not Found'), 'rejected', 'token', undefined],
    [
      'no topic',
      telegramReply(400, 'Bad Request: message thread not found'),
      'rejected',
      'thread_not_found',
      undefined,
    ],
    [
      'news',
      telegramReply(400, 'Bad Request: SOMETHING_NEW\u0000\n'),
      'rejected',
      'refused',
      undefined,
    ],
    [
      'failure inside success',
      { status: 200, body: '{"ok":false,"error_code":400,"description":"Bad Request: x"}' },
      'rejected',
      'refused',
      undefined,
    ],
  ])('%s', async (_, reply, outcome, key, retryAfterMs) => {
    const { attempt } = await deliver({ script: () => reply })
    expect(attempt).toMatchObject({ outcome, reasons: [{ key }] })
    expect('retryAfterMs' in attempt ? attempt.retryAfterMs : undefined).toBe(retryAfterMs)
    expect(JSON.stringify('reason' in attempt ? attempt.reason : '')).not.toMatch(/\\[un]/)
  })

  test('a success whose end was cut off is a success', async () => {
    const { attempt } = await deliver({
      script: () => ({ status: 200, body: `{"ok":true,"result":{"x":"${'я'.repeat(50_000)}"}}` }),
    })
    expect(attempt).toMatchObject({ outcome: 'delivered', receipt: {} })
  })
})

describe('what never leaves', () => {
  test.each<[string, Given, string]>([
    [
      'no chat',
      { target: { chatId: '{{ data.current.none | default: "" }}' } },
      'FLOW_TELEGRAM_CHAT_EMPTY',
    ],
    [
      'no such chat',
      { target: { chatId: '{{ data.current.customerName }}' } },
      'FLOW_TELEGRAM_CHAT_INVALID',
    ],
    [
      'an odd topic',
      { target: { threadId: '{{ data.current.status }}' } },
      'FLOW_TELEGRAM_TOPIC_INVALID',
    ],
    ['no text', { target: { text: '<b> {{ "" }}</b><br>' } }, 'FLOW_TELEGRAM_TEXT_EMPTY'],
    [
      'no plain text',
      { target: { text: '{{ " " }}', format: 'plain' } },
      'FLOW_TELEGRAM_TEXT_EMPTY',
    ],
    ['a missing value', { target: { text: '{{ data.current.nope }}' } }, 'FLOW_TEMPLATE_FAILED'],
    ['no token', { botToken: '' }, 'FLOW_TELEGRAM_TOKEN_MISSING'],
    ['an odd token', { botToken: 'shop_bot' }, 'FLOW_TELEGRAM_TOKEN_INVALID'],
    ['a token with a path', { botToken: '1:abc/../x' }, 'FLOW_TELEGRAM_TOKEN_INVALID'],
  ])('%s', async (_, given, code) => {
    const { attempt, fake } = await deliver(given)
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })
})

describe('the account', () => {
  test('the form’s token comes before the server’s', async () => {
    const { attempt } = await deliver({
      botToken: '1:none',
      secrets: { botToken: ` ${FAKE_BOT_TOKEN} ` },
    })
    expect(attempt.outcome).toBe('delivered')
  })
  test('a token of the environment is in no log either', async () => {
    const { attempt } = await deliver({
      script: () => telegramReply(400, `Bad Request: what is /bot${FAKE_BOT_TOKEN}/sendMessage?`),
    })
    expect(JSON.stringify(attempt)).not.toContain(FAKE_BOT_TOKEN)
    expect(attempt.exchange.request['url']).toMatch(/\/bot\*\*\*\/sendMessage$/)
  })
  test.each([
    ['all is well', {}, { isOk: true, account: '@shop_bot → Отдел продаж' }],
    ['a person', { target: { chatId: '42' } }, { isOk: true, account: '@shop_bot → Анна' }],
    ['a chat per event', { target: { chatId: '{{ id }}' } }, { isOk: true, account: '@shop_bot' }],
    ['no such chat', { target: { chatId: '999' } }, { isOk: false, code: 'TELEGRAM_400' }],
    ['a revoked token', { botToken: '123456789:wrong' }, { isOk: false, code: 'TELEGRAM_401' }],
    ['no token', { botToken: '' }, { isOk: false, code: 'FLOW_TELEGRAM_TOKEN_MISSING' }],
  ])('check: %s', async (_, given: Given, expected) => {
    const { fake, given: ready } = await prepare(given)
    expect(await tryConnection(ready)).toMatchObject(expected)
    expect(fake.posted).toEqual([])
  })
})

describe('the form', () => {
  const channel = createTelegramChannel()
  test.each([
    [{ chatId: CHAT }, undefined],
    [{ chatId: '{{ data.current.telegramId }}', threadId: '{{ id }}' }, undefined],
    [{ chatId: -1001234567890, threadId: 5, text: '', format: null }, undefined],
    [{ chatId: '+79001234567' }, ['FLOW_TELEGRAM_CHAT_INVALID', 'chatId']],
    [{ chatId: CHAT, threadId: 'news' }, ['FLOW_TELEGRAM_TOPIC_INVALID', 'threadId']],
    [{ chatId: CHAT, text: '{{ a' }, ['FLOW_TEMPLATE_INVALID', 'text']],
    [{ chatId: CHAT, buttonUrl: '{% if %}' }, ['FLOW_TEMPLATE_INVALID', 'buttonUrl']],
  ])('%j', async (target, expected) => {
    expect(await tryValidate({ channel, target })).toEqual(expected)
  })
  test.each([
    {},
    { chatId: '' },
    { chatId: CHAT, format: 'latex' },
    { chatId: CHAT, isSilent: 'yes' },
  ])('refused: %j', (target) => {
    expect(channel.target.safeParse(target).success).toBe(false)
  })
  test('tokens and the line for lists', () => {
    expect(() => channel.checkSecret?.('botToken', FAKE_BOT_TOKEN)).not.toThrow()
    expect(() => channel.checkSecret?.('botToken', '@shop_bot')).toThrow(/TOKEN_INVALID/)
    const line = (target: object) => channel.describeTarget(channel.target.parse(target))
    expect(line({ chatId: '@shop_news', threadId: 5 })).toBe('Telegram @shop_news / 5')
    expect(line({ chatId: `{{ ${'x'.repeat(2000)} }}` }).length).toBeLessThan(200)
  })
  test('the preview is the message', async () => {
    const target = { chatId: CHAT, text: '<b>{{ data.current.customerName }}</b><br>ok' }
    expect(await tryPreview({ channel, target })).toEqual({
      to: CHAT,
      text: 'Анна 👋\nok',
      html: '<b>Анна 👋</b><br>\nok',
      json: { chat_id: -1001234567890, text: '<b>Анна 👋</b>\nok', parse_mode: 'HTML' },
    })
  })
})
