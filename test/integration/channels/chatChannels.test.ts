import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createDiscordChannel } from '../../../plugins/channels/discord/discordChannel.ts'
import { createSlackChannel } from '../../../plugins/channels/slack/slackChannel.ts'
import { createTelegramChannel } from '../../../plugins/channels/telegram/telegramChannel.ts'
import {
  type DiscordFake,
  FAKE_DISCORD_PATH,
  startDiscordFake,
} from '../../support/fakes/discord/startDiscordFake.ts'
import {
  FAKE_SLACK_PATH,
  type SlackFake,
  startSlackFake,
} from '../../support/fakes/slack/startSlackFake.ts'
import {
  FAKE_BOT_TOKEN,
  startTelegramFake,
  type TelegramFake,
} from '../../support/fakes/telegram/startTelegramFake.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

let flow: BootedFlow
let telegram: TelegramFake
let slack: SlackFake
let discord: DiscordFake
let manager: Actor

beforeAll(async () => {
  telegram = await startTelegramFake()
  slack = await startSlackFake()
  discord = await startDiscordFake()
  flow = await bootFlow({
    channels: [
      createTelegramChannel({ apiUrl: telegram.url, botToken: FAKE_BOT_TOKEN }),
      createSlackChannel({ apiUrl: slack.url }),
      createDiscordChannel({ apiUrl: discord.url }),
    ],
  })
  manager = await createActor(flow.payload, 'manager')
})
afterAll(async () => {
  await flow?.destroy()
  await Promise.all([telegram, slack, discord].map((fake) => fake?.close()))
})

const slackUrl = `https://hooks.slack.com${FAKE_SLACK_PATH}`
const discordUrl = `https://discord.com${FAKE_DISCORD_PATH}`
const text = 'Заказ {{ data.current.id }}'

const subscribe = (channels: object[]) =>
  flow.rest(
    'POST',
    '/event-subscriptions',
    { name: 'Чаты', enabled: true, events: ['order.created'], channels },
    { user: manager },
  )

async function order(): Promise<string> {
  const total = { amount: 20_000, currency: 'RUB' }
  const { body } = await flow.rest('POST', '/orders?locale=ru', { total }, { user: manager })
  await flow.settle()
  return String(body.doc['id'])
}

describe('EV-30 chats, from the form to the wire', () => {
  test('one order reaches all three, and secrets stay where they belong', async () => {
    const created = await subscribe([
      { blockType: 'telegram', chatId: '-1001234567890', text },
      { blockType: 'slack', webhookUrl: slackUrl, text },
      { blockType: 'discord', webhookUrl: discordUrl, text },
    ])
    expect([created.status, created.body.errors]).toEqual([201, undefined])
    const id = await order()
    const words = `Заказ ${id}`
    expect(telegram.posted.map(({ seen }) => seen)).toEqual([words])
    expect(slack.posted).toEqual([{ text: words }])
    expect(discord.posted.map(({ content }) => content)).toEqual([words])

    const { rows } = await flow.sql.query<{ row: string }>(
      `SELECT row_to_json(a)::text AS row FROM event_attempts a
       UNION ALL SELECT row_to_json(d)::text FROM event_deliveries d
       UNION ALL SELECT row_to_json(b)::text FROM event_subscriptions_blocks_slack b
       UNION ALL SELECT row_to_json(b)::text FROM event_subscriptions_blocks_discord b`,
    )
    const shown = JSON.stringify([created.body, rows])
    for (const secret of [FAKE_BOT_TOKEN, slackUrl, discordUrl, discordUrl.split('/').at(-1)]) {
      expect(shown).not.toContain(String(secret))
    }
    expect(rows.length).toBeGreaterThanOrEqual(8)
  })

  test('a form that could never work is refused at its field', async () => {
    const { body, status } = await subscribe([
      { blockType: 'telegram', chatId: '+79001234567' },
      { blockType: 'slack', webhookUrl: '#sales' },
      { blockType: 'discord', webhookUrl: discordUrl, threadId: 'news' },
    ])
    expect(status).toBe(400)
    const [{ data } = { data: undefined }] = body.errors
    const { errors } = data as { errors: { path: string }[] }
    expect(errors.map(({ path }) => path)).toEqual([
      'channels.0.chatId',
      'channels.1.webhookUrl',
      'channels.2.threadId',
    ])
  })

  test('a chat that is gone switches off its entry and no other', async () => {
    const { body } = await subscribe([
      { blockType: 'telegram', chatId: '-46', text },
      { blockType: 'telegram', chatId: '{{ "43" }}', text },
    ])
    await order()
    const path = `/event-subscriptions/${String(body.doc['id'])}`
    const { body: after } = await flow.rest('GET', path, undefined, { user: manager })
    expect(after['channels']).toMatchObject([
      { isDisabled: true, disabledReason: 'the bot was removed from the chat' },
      { isDisabled: false },
    ])
  })
})

describe('EV-31 stored templates, from the form to the wire', () => {
  const call = (method: string, path: string, body?: unknown) =>
    flow.rest(method, path, body, { user: manager, headers: { 'accept-language': 'ru' } })
  const write = async (data: object, locale = 'ru'): Promise<number> => {
    const { body, status } = await call('POST', `/message-templates?locale=${locale}`, data)
    expect([status, body.errors]).toEqual([201, undefined])
    return Number(body.doc['id'])
  }
  const saidBy = async (locale: string): Promise<string[]> => {
    const total = { amount: 20_000, currency: 'RUB' }
    const before = telegram.posted.length
    await flow.rest('POST', `/orders?locale=${locale}`, { total }, { user: manager })
    await flow.settle()
    return telegram.posted.slice(before).map(({ seen }) => seen)
  }

  test('one template for several channels, in the language of the event, corrected at once, restored', async () => {
    await call('DELETE', '/event-subscriptions?where[id][exists]=true')
    await write({ name: 'Подпись', key: 'signature', text: '— магазин «{{ shop }}»' })
    const id = await write({
      name: 'Заказ',
      key: 'order',
      text: 'Заказ {{ type }}{% render "signature", shop: "Утро" %}',
    })
    const english = { name: 'Order', text: 'Order {{ type }}' }
    await call('PATCH', `/message-templates/${id}?locale=en`, english)
    const created = await subscribe([
      { blockType: 'telegram', chatId: '-1001234567890', messageTemplate: id },
      { blockType: 'slack', webhookUrl: slackUrl, messageTemplate: id },
    ])
    expect([created.status, created.body.errors]).toEqual([201, undefined])
    expect(await saidBy('ru')).toEqual(['Заказ order.created— магазин «Утро»'])
    expect(slack.posted.at(-1)).toEqual({ text: 'Заказ order.created— магазин «Утро»' })
    expect(await saidBy('en')).toEqual(['Order order.created'])

    await call('PATCH', `/message-templates/${id}?locale=ru`, { text: 'Новый текст' })
    expect(await saidBy('ru')).toEqual(['Новый текст'])
    const { body } = await call(
      'GET',
      `/message-templates/versions?where[parent][equals]=${id}&sort=createdAt&locale=ru`,
    )
    const first = body.docs.find(({ version }) => /signature/.test(JSON.stringify(version)))
    const restored = await call('POST', `/message-templates/versions/${String(first?.['id'])}`)
    expect(restored.status).toBe(200)
    expect(await saidBy('ru')).toEqual(['Заказ order.created— магазин «Утро»'])

    for (const used of [id, id - 1]) {
      const refused = await call('DELETE', `/message-templates/${used}`)
      expect([refused.status, refused.body.errors[0]?.data]).toMatchObject([
        409,
        { code: 'FLOW_TEMPLATE_IN_USE' },
      ])
    }
    await call('DELETE', `/event-subscriptions/${String(created.body.doc['id'])}`)
    expect((await call('DELETE', `/message-templates/${id}`)).status).toBe(200)
  })

  test.each([
    [{ text: '{{ broken' }, 'text'],
    [{ html: '{% render "nobody" %}' }, 'html'],
    [{ text: '{% render "bad" %}' }, 'text'],
    [{ subject: '{{ x | nofilter }}' }, 'subject'],
    [{ key: 'Bad Key', text: 'x' }, 'key'],
    [{ event: 'order.payed', text: 'x' }, 'event'],
  ])('%j is refused at its field', async (data, path) => {
    const given = { name: 'Плохой', key: 'bad', ...data }
    const { body, status } = await call('POST', '/message-templates?locale=ru', given)
    const [{ data: said } = { data: undefined }] = body.errors
    const { errors } = said as { errors: { path: string }[] }
    expect([status, errors.map((error) => error.path)]).toEqual([400, [path]])
  })

  test('the fourteen are installed once, in both languages, and shown for a logged event', async () => {
    const { body } = await call('POST', '/message-templates/install', {})
    expect(body['installed']).toHaveLength(15)
    expect((await call('POST', '/message-templates/install', {})).body['installed']).toEqual([])
    const { body: found } = await call(
      'GET',
      '/message-templates?locale=all&where[key][equals]=overdue-task',
    )
    expect(found.docs[0]?.['subject']).toEqual({
      en: 'Overdue: {{ data.current.title }}',
      ru: 'Просрочено: {{ data.current.title }}',
    })
    await order()
    const { body: logs } = await call(
      'GET',
      '/event-logs?limit=1&where[type][equals]=order.created',
    )
    const eventId = String(logs.docs[0]?.['id'])
    const { body: preview } = await call('POST', '/events/templates/preview', {
      subject: 'Заказ {{ data.current.id }}',
      text: '{{ data.current.nme }}',
      html: '{% layout "mail" %}{% block content %}{{ type }}{% endblock %}',
      eventId,
      locale: 'en',
    })
    expect(preview).toMatchObject({
      event: { id: eventId, type: 'order.created' },
      rendered: { subject: expect.stringMatching(/^Заказ \d+$/) },
      problems: [{ part: 'text', code: 'FLOW_TEMPLATE_FAILED' }],
      missing: ['data.current.nme'],
    })
    const { html } = preview['rendered'] as { html: string }
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('order.created')
  })
})
