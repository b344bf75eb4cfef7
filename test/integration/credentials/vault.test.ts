import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createDiscordChannel } from '../../../plugins/channels/discord/discordChannel.ts'
import { createSlackChannel } from '../../../plugins/channels/slack/slackChannel.ts'
import { createTelegramChannel } from '../../../plugins/channels/telegram/telegramChannel.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import { createKeyRing } from '../../../src/credentials/keyRing.ts'
import { loadCredentials } from '../../../src/credentials/credentialStore.ts'
import { openCredential } from '../../../src/credentials/openCredential.ts'
import { resealSecrets } from '../../../src/outbox/resealSecretsStore.ts'
import { SECRET_MASK } from '../../../src/kernel/secretMask.ts'
import type { Logger } from '../../../src/kernel/logger.ts'
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
import { dumpTables } from '../../support/flow/dumpTables.ts'
import { until } from '../../support/flow/until.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'
import { type TestClock, testClock } from '../../support/time/testClock.ts'

const oldKey = `k1:${Buffer.alloc(32, 7).toString('base64')}`
const newKey = `k2:${Buffer.alloc(32, 9).toString('base64')}`
/** A token of the right form that the service does not know. */
const STRANGE_TOKEN = '987654321:AAStrangeToken_of-nobody-at-all-01234567'
const SLACK_URL = `https://hooks.slack.com${FAKE_SLACK_PATH}`

let flow: BootedFlow
let telegram: TelegramFake
let slack: SlackFake
let receiver: FlowReceiver
let manager: Actor
let viewer: Actor
let clock: TestClock
/** Every answer and every line of log, for the canary. */
const seen: string[] = []

beforeAll(async () => {
  ;[telegram, slack, receiver] = await Promise.all([
    startTelegramFake(),
    startSlackFake(),
    startReceiver(),
  ])
  clock = testClock(new Date().toISOString())
  flow = await bootFlow({
    channels: [
      createTelegramChannel({ apiUrl: telegram.url }),
      createSlackChannel({ apiUrl: slack.url }),
      createDiscordChannel(),
      webhookChannel,
    ],
    clock,
    encryptionKeys: `${oldKey},${newKey}`,
    variables: { FLOWMASTERS_CREDENTIAL_BOT: FAKE_BOT_TOKEN, DATABASE_URL: 'postgres://canary' },
    worker: false,
  })
  recordLog()
  await flow.startWorker({ logger: recordingLogger })
  manager = await createActor(flow.payload, 'manager')
  viewer = await createActor(flow.payload, 'viewer')
})
afterAll(async () => {
  await flow?.destroy()
  await Promise.all([telegram, slack, receiver].map((fake) => fake?.close()))
})

const note = (line: unknown): void => void seen.push(JSON.stringify(line))
const recordingLogger: Logger = { debug: note, info: note, warn: note, error: note }

function recordLog(): void {
  const note = (...line: unknown[]): void => void seen.push(JSON.stringify(line))
  Object.assign(flow.payload.logger, { debug: note, info: note, warn: note, error: note })
}

async function call(method: string, path: string, body?: unknown, user: Actor = manager) {
  const answer = await flow.rest(method, path, body, { user, headers: { 'accept-language': 'ru' } })
  seen.push(answer.bytes.toString())
  return answer
}

const store = async (data: object): Promise<string> => {
  const { body, status } = await call('POST', '/channel-credentials', data)
  expect([status, body.errors]).toEqual([201, undefined])
  return String(body.doc['id'])
}

const bot = (data: object = {}): Promise<string> =>
  store({ name: 'Бот', channel: 'telegram', telegram: { botToken: FAKE_BOT_TOKEN }, ...data })

const subscribe = async (channels: object[]): Promise<string> => {
  const data = { name: 'Чаты', enabled: true, events: ['order.created'], channels }
  const { body, status } = await call('POST', '/event-subscriptions', data)
  expect([status, body.errors]).toEqual([201, undefined])
  return String(body.doc['id'])
}

const telegramBlock = (entry: object): object => ({
  blockType: 'telegram',
  chatId: '-1001234567890',
  text: 'Заказ {{ data.current.id }}',
  ...entry,
})

const order = async (): Promise<string> => {
  const total = { amount: 20_000, currency: 'RUB' }
  const { body } = await call('POST', '/orders?locale=ru', { total })
  return String(body.doc['id'])
}

/** What the deliveries of a subscription came to, oldest first. */
const codesOf = async (subscription: string): Promise<(string | null)[]> => {
  await flow.settle()
  const { rows } = await flow.sql.query<{ code: string | null }>(
    'SELECT last_code AS code FROM event_deliveries WHERE subscription = $1 ORDER BY created_at',
    [subscription],
  )
  return rows.map(({ code }) => code)
}

const unsubscribe = (id: string) => call('DELETE', `/event-subscriptions/${id}`)

describe('EV-30 credentials are kept once and chosen', () => {
  test('stored, chosen, delivered, checked; the secret is nowhere to be seen', async () => {
    const id = await bot({ scope: 'только группа продаж' })
    const strange = await bot({ name: 'Чужой', telegram: { botToken: STRANGE_TOKEN } })
    const subscription = await subscribe([telegramBlock({ credentials: Number(id) })])
    const orderId = await order()
    expect(await codesOf(subscription)).toEqual(['TELEGRAM_200'])
    expect(telegram.posted.at(-1)?.seen).toBe(`Заказ ${orderId}`)

    const checked = await call('POST', `/events/credentials/${id}/test`, {})
    expect(checked.body).toMatchObject({ isOk: true, account: '@shop_bot', health: 'working' })
    const refused = await call('POST', `/events/credentials/${strange}/test`, {})
    expect([refused.status, refused.body]).toMatchObject([200, { isOk: false, health: 'failing' }])
    expect(refused.body['reasonText']).toMatch(/[а-я]/)
    await call('POST', `/events/subscriptions/${subscription}/test`, {})

    const { body } = await call('GET', `/channel-credentials/${id}`)
    expect(body).toMatchObject({
      telegram: { botToken: SECRET_MASK },
      lastCheck: { isOk: true, account: '@shop_bot' },
      health: 'working',
    })
    expect(body).not.toHaveProperty('vaultId')
    for (const path of [
      '/channel-credentials?depth=3',
      '/channel-credentials?where[telegram.botToken][exists]=true&select[telegram]=true',
      `/event-subscriptions/${subscription}?depth=3`,
      '/events/subscriptions',
      '/events/logs',
      '/event-attempts?depth=2',
    ]) {
      expect((await call('GET', path)).status).toBe(200)
    }
    const graph = await flow.graphql(
      `{ ChannelCredentials { docs { name health telegram { botToken } lastCheck { isOk } } } }`,
      { user: manager },
    )
    expect(graph.errors).toEqual([])
    expect(JSON.stringify(graph.data)).toContain(SECRET_MASK)
    seen.push(JSON.stringify(graph))
    // A save that leaves the mask keeps the secret, and so does one that does not mention it.
    await call('PATCH', `/channel-credentials/${id}`, body)
    await call('PATCH', `/channel-credentials/${id}`, { name: 'Бот продаж' })
    await order()
    expect(await codesOf(subscription)).toEqual(['TELEGRAM_200', 'TELEGRAM_200', 'TELEGRAM_200'])
    // Refused input must not come back in the error either.
    await call('POST', '/channel-credentials', {
      name: 'Ошибка',
      channel: 'telegram',
      telegram: { botToken: `${STRANGE_TOKEN} with more` },
    })

    const places = [await dumpTables(flow.sql), ...seen].join('\n')
    expect(places).toContain('enc.v1.k1.')
    for (const secret of [FAKE_BOT_TOKEN, STRANGE_TOKEN]) expect(places).not.toContain(secret)
    await unsubscribe(subscription)
  })

  test('chosen credentials count, what was typed in place comes back without them', async () => {
    const strange = await bot({ telegram: { botToken: STRANGE_TOKEN } })
    const subscription = await subscribe([
      telegramBlock({ botToken: FAKE_BOT_TOKEN, credentials: Number(strange) }),
    ])
    await order()
    expect(await codesOf(subscription)).toEqual(['TELEGRAM_401'])
    const { body } = await call('GET', `/event-subscriptions/${subscription}?depth=0`)
    const [entry] = body['channels'] as object[]
    await call('PATCH', `/event-subscriptions/${subscription}`, {
      channels: [{ ...entry, credentials: null }],
    })
    await order()
    expect(await codesOf(subscription)).toEqual(['TELEGRAM_401', 'TELEGRAM_200'])
    await unsubscribe(subscription)
  })

  test('a new secret reaches the workers that run, and the old check no longer counts', async () => {
    const id = await bot({ telegram: { botToken: STRANGE_TOKEN } })
    await call('POST', `/events/credentials/${id}/test`, {})
    const subscription = await subscribe([telegramBlock({ credentials: Number(id) })])
    await order()
    expect(await codesOf(subscription)).toEqual(['TELEGRAM_401'])
    const { body } = await call('PATCH', `/channel-credentials/${id}`, {
      telegram: { botToken: FAKE_BOT_TOKEN },
    })
    expect(body.doc).toMatchObject({ health: 'unchecked', telegram: { botToken: SECRET_MASK } })
    await order()
    expect(await codesOf(subscription)).toEqual(['TELEGRAM_401', 'TELEGRAM_200'])
    await unsubscribe(subscription)
  })

  test('only who manages may store and test', async () => {
    const id = await bot()
    const data = { name: 'x', channel: 'telegram', telegram: { botToken: FAKE_BOT_TOKEN } }
    expect((await call('POST', '/channel-credentials', data, viewer)).status).toBe(403)
    expect((await call('POST', `/events/credentials/${id}/test`, {}, viewer)).status).toBe(403)
    expect((await call('POST', '/events/credentials/0/test', {})).status).toBe(404)
    const { body } = await call('GET', `/channel-credentials/${id}`, undefined, viewer)
    expect(body).toMatchObject({ telegram: { botToken: SECRET_MASK } })
  })

  test('the engine’s own fields cannot be written, and the service stays', async () => {
    const id = await bot({ lastCheck: { isOk: true, at: new Date().toISOString() }, vaultId: 'x' })
    const { body } = await call('PATCH', `/channel-credentials/${id}`, {
      channel: 'slack',
      slack: { webhookUrl: SLACK_URL },
      lastCheck: { isOk: true, at: new Date().toISOString() },
    })
    expect(body.doc).toMatchObject({ channel: 'telegram', health: 'unchecked' })
    const { rows } = await flow.sql.query('SELECT * FROM channel_credentials WHERE id = $1', [id])
    expect(rows).toMatchObject([{ slack_webhook_url: null, last_check_at: null }])
    expect(rows[0]?.['vault_id']).not.toBe('x')
  })
})

describe('EV-30 what the vault refuses', () => {
  const problemsOf = (body: { errors: { data?: unknown }[] }): string[] => {
    const [{ data } = { data: undefined }] = body.errors
    return (data as { errors: { path: string }[] }).errors.map(({ path }) => path)
  }

  test.each([
    [{ telegram: { botToken: 'not a token' } }],
    [{ telegram: { botToken: 'env:DATABASE_URL' } }],
    [{ telegram: { botToken: 'env:FLOWMASTERS_CREDENTIAL_x/../DATABASE_URL' } }],
    [{ telegram: {} }],
    [{}],
  ])('%j, at its field', async (account) => {
    const data = { name: 'x', channel: 'telegram', ...account }
    const { body, status } = await call('POST', '/channel-credentials', data)
    expect(status).toBe(400)
    expect(problemsOf(body)).toEqual(['telegram.botToken'])
  })

  test('a secret in the fields of another service is not stored', async () => {
    const id = await store({
      name: 'Слак',
      channel: 'slack',
      slack: { webhookUrl: SLACK_URL },
      telegram: { botToken: STRANGE_TOKEN },
    })
    const { rows } = await flow.sql.query('SELECT * FROM channel_credentials WHERE id = $1', [id])
    expect(rows).toMatchObject([{ telegram_bot_token: null }])
    expect(String(rows[0]?.['slack_webhook_url'])).toMatch(/^enc\.v1\./)
  })

  test.each(['nothing', '2147483647', 'slack'])(
    'credentials %s in a Telegram block',
    async (which) => {
      const other = await store({ name: 'С', channel: 'slack', slack: { webhookUrl: SLACK_URL } })
      const credentials = which === 'slack' ? Number(other) : which
      const data = {
        ...{ name: 'x', events: ['order.paid'] },
        channels: [telegramBlock({ credentials })],
      }
      const { body, status } = await call('POST', '/event-subscriptions', data)
      expect(status).toBe(400)
      expect(problemsOf(body)).toEqual(['channels.0.credentials'])
    },
  )

  test('deletion while a subscription uses them, also one that is switched off', async () => {
    const id = await bot()
    const subscription = await subscribe([telegramBlock({ credentials: Number(id) })])
    await call('PATCH', `/event-subscriptions/${subscription}`, { enabled: false })
    const { body, status } = await call('DELETE', `/channel-credentials/${id}`)
    expect(status).toBe(409)
    expect(body.errors[0]?.message).toMatch(/^Эти учётные данные используют: «Чаты»/)
    expect(body.errors[0]?.data).toMatchObject({
      code: 'FLOW_CREDENTIAL_IN_USE',
      subscriptions: [{ id: Number(subscription), name: 'Чаты', isEnabled: false }],
    })
    await unsubscribe(subscription)
    expect((await call('DELETE', `/channel-credentials/${id}`)).status).toBe(200)
  })
})

describe('EV-30 values out of the environment', () => {
  test('a variable with the prefix is used and shown by name; one that is not set is told', async () => {
    const botToken = 'env:FLOWMASTERS_CREDENTIAL_BOT'
    const id = await bot({ telegram: { botToken } })
    const { body } = await call('GET', `/channel-credentials/${id}`)
    expect(body).toMatchObject({ telegram: { botToken } })
    const missing = await bot({ telegram: { botToken: 'env:FLOWMASTERS_CREDENTIAL_NONE' } })
    const [good, bad] = [
      await subscribe([telegramBlock({ credentials: Number(id) })]),
      await subscribe([telegramBlock({ credentials: Number(missing) })]),
    ]
    await order()
    expect(await codesOf(good)).toEqual(['TELEGRAM_200'])
    expect(await codesOf(bad)).toEqual(['FLOW_CREDENTIAL_VARIABLE_MISSING'])
    const { body: check } = await call('POST', `/events/credentials/${missing}/test`, {})
    expect(check).toMatchObject({
      isOk: false,
      reasonText: 'на сервере не задана переменная FLOWMASTERS_CREDENTIAL_NONE',
    })
    await Promise.all([good, bad].map(unsubscribe))
  })
})

describe('EV-30 credentials that expire', () => {
  const DAY = 86_400_000
  const watch = async (): Promise<number> => {
    const job = flow.runtime.jobs.find(({ name }) => name === 'watch-credentials')
    const { signal } = new AbortController()
    const run = { trigger: 'manual', state: {}, resumedAt: null, signal, now: clock.now } as const
    return (await job?.run(run))?.emitted ?? -1
  }

  test('warn 30 and 7 days before and at the end, once each; a new date starts anew', async () => {
    await watch()
    const start = clock.now()
    const until = (days: number): string => new Date(start + days * DAY).toISOString()
    const id = await bot({ expiresAt: until(40) })
    const health = async () => (await call('GET', `/channel-credentials/${id}`)).body['health']
    const steps: unknown[] = []
    for (const day of [5, 11, 12, 34, 35, 41, 42]) {
      clock.set(start + day * DAY)
      steps.push([day, await watch(), await health()])
    }
    expect(steps).toEqual([
      [5, 0, 'unchecked'],
      [11, 1, 'expiring'],
      [12, 0, 'expiring'],
      [34, 1, 'expiring'],
      [35, 0, 'expiring'],
      [41, 1, 'expired'],
      [42, 0, 'expired'],
    ])
    expect(seen.filter((line) => line.includes('credentials expire within'))).toHaveLength(2)
    await call('PATCH', `/channel-credentials/${id}`, { expiresAt: until(90) })
    expect([await health(), await watch()]).toEqual(['unchecked', 0])
    clock.set(start)
  })
})

describe('EV-30 the keys are rotated', () => {
  const sealedWith = async (key: string): Promise<number> => {
    const dump = await dumpTables(flow.sql)
    return dump.split(`enc.v1.${key}.`).length - 1
  }

  test('while deliveries go on: nothing is lost, nothing is left, stopped and run again', async () => {
    const id = await bot()
    const subscription = await subscribe([
      telegramBlock({ credentials: Number(id) }),
      telegramBlock({ botToken: FAKE_BOT_TOKEN }),
      { blockType: 'webhook', url: receiver.url },
    ])
    const { body } = await call('GET', `/event-subscriptions/${subscription}`)
    const hook = (body['channels'] as { id: string; blockType: string }[]).at(-1)
    const path = `/events/subscriptions/${subscription}/channels/${hook?.id}/rotate-secret`
    expect((await call('POST', path, {})).status).toBe(200)
    const before = await sealedWith('k1')
    expect(before).toBeGreaterThan(8)

    const keyRing = createKeyRing(`${newKey},${oldKey}`)
    const { payload } = flow
    let isOver = false
    const orders = (async () => {
      let count = 0
      for (; !isOver || count < 12; count += 1) await order()
      return count
    })()
    await until(() => receiver.requests.length > 2, 'deliveries before the rotation')
    const stop = new AbortController()
    const pause = async (): Promise<void> => stop.abort()
    const first = await resealSecrets(payload, {
      ...{ keyRing, pause, signal: stop.signal },
      batchSize: 2,
    })
    expect(first.rows).toBeLessThan(5)
    expect(await sealedWith('k1')).toBeGreaterThan(0)
    const quick = { keyRing, pause: async () => undefined }
    const second = await resealSecrets(payload, quick)
    const arrived = receiver.requests.length
    await until(() => receiver.requests.length > arrived + 2, 'deliveries after the rotation')
    isOver = true
    const count = await orders

    expect([first.failed, second.failed]).toEqual([[], []])
    expect(first.resealed + second.resealed).toBe(before)
    expect([await sealedWith('k1'), await sealedWith('k2')]).toEqual([0, before])
    expect((await resealSecrets(payload, quick)).resealed).toBe(0)
    const codes = await codesOf(subscription)
    expect([codes.length, [...new Set(codes)].sort()]).toEqual([
      count * 3,
      ['TELEGRAM_200', 'http_200'],
    ])
    // The old key may be taken out now.
    const onlyNew = createKeyRing(newKey)
    for (const credential of (
      await loadCredentials({ payload, channels: flow.runtime.channels })
    ).values()) {
      const variables = { ...flow.runtime.variables, FLOWMASTERS_CREDENTIAL_NONE: FAKE_BOT_TOKEN }
      const opened = openCredential(credential, { keyRing: onlyNew, variables })
      expect(Object.values(opened).join()).toMatch(/^(\d+:AA|https)/)
    }
    await unsubscribe(subscription)
  })

  test('a row that no key opens is told and left as it is', async () => {
    const id = await bot()
    const other = createKeyRing(`k9:${Buffer.alloc(32, 1).toString('base64')}`)
    await flow.sql.query('UPDATE channel_credentials SET telegram_bot_token = $2 WHERE id = $1', [
      id,
      other.encrypt('lost', 'x'),
    ])
    const keyRing = createKeyRing(`${newKey},${oldKey}`)
    const { failed } = await resealSecrets(flow.payload, { keyRing, pause: async () => undefined })
    expect(failed).toEqual([
      { collection: 'channel-credentials', id: Number(id), code: 'FLOW_SECRET_KEY_UNKNOWN' },
    ])
  })
})
