import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { createSlackChannel } from '../../../plugins/channels/slack/slackChannel.ts'
import { slackEscapes } from '../../../plugins/channels/slack/slackEscapes.ts'
import type { Attempt, JsonObject } from '../../../src/index.ts'
import {
  FAKE_SLACK_PATH,
  type SlackFake,
  slackReply,
  startSlackFake,
} from '../../support/fakes/slack/startSlackFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'

const open: SlackFake[] = []
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

/** The form's address is Slack's own; the channel is told to reach it at the fake. */
async function prepare({ path = FAKE_SLACK_PATH, reply, secrets, target = {} }: Given) {
  const fake = await startSlackFake(() => reply)
  open.push(fake)
  const channel = createSlackChannel({ apiUrl: `${fake.url}/` })
  const own = { webhookUrl: `https://hooks.slack.com${path}` }
  return { fake, given: { channel, secrets: secrets ?? own, target } }
}

async function deliver(given: Given = {}): Promise<{ attempt: Attempt; fake: SlackFake }> {
  const { fake, given: ready } = await prepare(given)
  const { current } = given
  return { attempt: await tryChannel({ ...ready, ...(current ? { current } : {}) }), fake }
}

describe('EV-30: the message that arrives', () => {
  test('the default text reads well', async () => {
    const { attempt, fake } = await deliver()
    expect(fake.posted).toEqual([{ text: '*order.paid*\norders 42\n2026-11-21 10:00 UTC' }])
    expect(attempt).toMatchObject({ outcome: 'delivered', code: 'SLACK_OK' })
  })
  test('values make neither links nor mentions; the template does', async () => {
    const { fake } = await deliver({
      target: { text: '<!here> {{ data.current.name }} <https://shop.example/{{ id }}|open>' },
      current: { name: '<!channel> & "Ко" <https://evil.example|банк>' },
    })
    expect(fake.posted[0]?.text).toMatch(
      /^<!here> &lt;!channel&gt; &amp; "Ко" &lt;https:\/\/evil.example\|банк&gt; <https:\/\/shop.example\/evt_.*\|open>$/,
    )
  })
  test('blocks from JSON, whatever a value brings', async () => {
    const { fake } = await deliver({
      target: {
        blocks:
          '[{"type":"section","text":{"type":"mrkdwn","text":"*{{ data.current.name }}*"}},{"type":"divider"}]',
        isPreviewHidden: true,
      },
      current: { name: '"}},{"type":"x"} \n \\ <!channel>' },
    })
    expect(fake.posted[0]).toMatchObject({
      unfurl_links: false,
      unfurl_media: false,
      blocks: [
        { type: 'section', text: { text: '*"}},{"type":"x"} \n \\ &lt;!channel&gt;*' } },
        { type: 'divider' },
      ],
    })
  })
  test('what is too long is cut, and never inside an entity or a link', async () => {
    const { attempt, fake } = await deliver({
      target: { text: `x{{ data.current.long }}` },
      current: { long: '&'.repeat(20_000) },
    })
    expect(fake.posted[0]?.text).toMatch(/^x(&amp;)+…$/)
    expect(attempt).toMatchObject({ reasons: [{ key: 'cut', params: { most: 40_000 } }] })
    const link = await deliver({
      target: { text: `${'x'.repeat(39_990)}<https://shop.example|y>` },
    })
    expect(link.fake.posted[0]?.text).toBe(`${'x'.repeat(39_990)}…`)
  })
  test('a chat that speaks the same protocol gets it at its own host', async () => {
    const fake = await startSlackFake(() => slackReply(200, 'ok'))
    open.push(fake)
    const channel = createSlackChannel({ apiUrl: 'http://unused.example' })
    const secrets = { webhookUrl: ` ${fake.url}/hooks/abcdef123456 ` }
    const attempt = await tryChannel({ channel, target: {}, secrets })
    expect(attempt.outcome).toBe('delivered')
    expect(JSON.stringify(attempt)).not.toContain('abcdef123456')
  })
})

describe('answers', () => {
  test.each([
    ['/services/T0FAKE001/B0GONE001/x', 'SLACK_NO_SERVICE', 'gone', true],
    ['/services/T0FAKE001/B0OFF0001/x', 'SLACK_NO_ACTIVE_HOOKS', 'gone', true],
    ['/services/T0NONE001/B0FAKE001/x', 'SLACK_NO_TEAM', 'gone', true],
    ['/services/T0FAKE001/B0ROOM001/x', 'SLACK_CHANNEL_NOT_FOUND', 'room_gone', true],
    ['/services/T0FAKE001/B0ARCH001/x', 'SLACK_CHANNEL_IS_ARCHIVED', 'room_gone', true],
    ['/services/T0FAKE001/B0DENY001/x', 'SLACK_ACTION_PROHIBITED', 'forbidden', undefined],
    ['/services/T0FAKE001/B0FAKE001/wrong', 'SLACK_INVALID_TOKEN', 'token', undefined],
  ])('%s: %s', async (path, code, key, isGone) => {
    const { attempt } = await deliver({ path })
    expect(attempt).toMatchObject({ outcome: 'rejected', code, reasons: [{ key }] })
    expect('isGone' in attempt ? attempt.isGone : undefined).toBe(isGone)
  })
  test('the server’s own address being gone does not switch off a subscription', async () => {
    const { fake } = await prepare({})
    const webhookUrl = 'https://hooks.slack.com/services/T0FAKE001/B0GONE001/x'
    const channel = createSlackChannel({ apiUrl: fake.url, webhookUrl })
    const attempt = await tryChannel({ channel, target: {}, secrets: {} })
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'SLACK_NO_SERVICE' })
    expect(attempt).not.toHaveProperty('isGone')
    expect(attempt.exchange.request['url']).toBe(`${fake.url}/services/***`)
  })
  test.each<[string, LoopbackReply, string, string, number | undefined]>([
    [
      'flood',
      slackReply(429, 'rate_limited', { 'retry-after': '30' }),
      'unavailable',
      'busy',
      30_000,
    ],
    [
      'flood of a proxy',
      { status: 429, body: '<html>', headers: { 'retry-after': '2' } },
      'unavailable',
      'busy',
      2000,
    ],
    ['error of the server', slackReply(500, 'rollup_error'), 'unavailable', 'broken', undefined],
    ['gateway', { status: 502, body: '<html>' }, 'unavailable', 'broken', undefined],
    ['wall', { status: 403, body: '<html>Forbidden' }, 'unavailable', 'foreign', undefined],
    [
      'redirect',
      { status: 302, headers: { location: 'https://slack.com/' }, body: '' },
      'unavailable',
      'foreign',
      undefined,
    ],
    ['created', slackReply(201, 'ok'), 'unavailable', 'foreign', undefined],
    ['JSON', { status: 200, body: '{"ok":true}' }, 'unavailable', 'foreign', undefined],
    ['bad blocks', slackReply(400, 'invalid_blocks'), 'rejected', 'refused', undefined],
    ['a new word', slackReply(400, 'never_heard_of'), 'rejected', 'refused', undefined],
  ])('%s', async (_, reply, outcome, key, retryAfterMs) => {
    const { attempt } = await deliver({ reply })
    expect(attempt).toMatchObject({ outcome, reasons: [{ key }] })
    expect('retryAfterMs' in attempt ? attempt.retryAfterMs : undefined).toBe(retryAfterMs)
  })
})

describe('what never leaves', () => {
  test.each<[string, Given, string]>([
    ['no address', { secrets: {} }, 'FLOW_SLACK_URL_MISSING'],
    [
      'an odd address',
      { secrets: { webhookUrl: 'https://app.slack.com/client/T0/C0' } },
      'FLOW_SLACK_URL_INVALID',
    ],
    [
      'no text',
      { target: { text: '{{ data.current.none | default: "" }}' } },
      'FLOW_SLACK_TEXT_EMPTY',
    ],
    ['a missing value', { target: { text: '{{ data.current.nope }}' } }, 'FLOW_TEMPLATE_FAILED'],
    ['broken blocks', { target: { blocks: '[{"type":' } }, 'FLOW_SLACK_BLOCKS_INVALID'],
    ['no blocks', { target: { blocks: '[]' } }, 'FLOW_SLACK_BLOCKS_INVALID'],
    [
      'blocks without a type',
      { target: { blocks: '[{"text":"x"}]' } },
      'FLOW_SLACK_BLOCKS_INVALID',
    ],
    [
      'too many blocks',
      { target: { blocks: JSON.stringify(Array(51).fill({ type: 'divider' })) } },
      'FLOW_SLACK_BLOCKS_INVALID',
    ],
  ])('%s', async (_, given, code) => {
    const { attempt, fake } = await deliver(given)
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })
})

describe('the account', () => {
  const gone = '/services/T0FAKE001/B0GONE001/x'
  test.each<[string, Given, object]>([
    [
      'alive',
      { target: { room: '#продажи' } },
      { isOk: true, account: expect.stringMatching(/^127\.0\.0\.1:\d+ #продажи$/) },
    ],
    ['gone', { path: gone }, { isOk: false, code: 'SLACK_NO_SERVICE' }],
    [
      'busy',
      { reply: slackReply(429, 'rate_limited') },
      { isOk: false, code: 'SLACK_RATE_LIMITED' },
    ],
    ['another kind of bad request', { reply: slackReply(400, 'invalid_payload') }, { isOk: false }],
    ['no address', { secrets: {} }, { isOk: false, code: 'FLOW_SLACK_URL_MISSING' }],
  ])('check: %s, and nothing is posted', async (_, given, expected) => {
    const { fake, given: ready } = await prepare(given)
    expect(await tryConnection(ready)).toMatchObject(expected)
    expect(fake.posted).toEqual([])
  })
})

describe('the form', () => {
  const channel = createSlackChannel()
  test.each([
    ['https://hooks.slack.com/services/T0/B0/abc', true],
    [' https://hooks.slack-gov.com/services/T0/B0/abc ', true],
    ['https://hooks.slack.com/workflows/T0/A0/1/x', true],
    ['https://chat.example.com/hooks/abc', true],
    ['http://hooks.slack.com/services/T0/B0/abc', false],
    ['https://hooks.slack.com/', false],
    ['https://hooks.slack.com/services/T0', false],
    ['https://slack.com/api/chat.postMessage', false],
    ['https://user:pass@chat.example.com/hooks/abc', false],
    ['https://chat.example.com', false],
    ['ftp://chat.example.com/hooks', false],
    ['#sales', false],
  ])('address %s: %s', (url, isFit) => {
    const check = () => channel.checkSecret?.('webhookUrl', url)
    if (isFit) expect(check).not.toThrow()
    else expect(check).toThrow(/FLOW_SLACK_URL_INVALID/)
  })
  test.each([
    [{}, undefined],
    [{ text: '{{ a', blocks: '[]' }, ['FLOW_TEMPLATE_INVALID', 'text']],
    [{ blocks: '{% if %}' }, ['FLOW_TEMPLATE_INVALID', 'blocks']],
  ])('%j', async (target, expected) => {
    expect(await tryValidate({ channel, target })).toEqual(expected)
  })
  test('preview and line', async () => {
    const target = { text: '*{{ data.current.customerName }}*', room: '#sales' }
    expect(await tryPreview({ channel, target })).toEqual({
      to: '#sales',
      text: '*Анна 👋*',
      json: { text: '*Анна 👋*' },
    })
    expect(channel.describeTarget(channel.target.parse({}))).toBe('Slack')
    expect(channel.describeTarget(channel.target.parse(target))).toBe('Slack #sales')
  })
})

test('escaping: Slack reads back what was there, and JSON stays JSON', () => {
  const readBack = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('<!channel>', '&lt;', '"}', '\\'),
  )
  fc.assert(
    fc.property(fc.array(hostile), (parts) => {
      const value = parts.join('')
      expect(slackEscapes.text(value)).not.toMatch(/[<>]/)
      expect(readBack(slackEscapes.text(value))).toBe(value)
      expect(readBack(JSON.parse(`"${slackEscapes.json(value)}"`))).toBe(value)
    }),
  )
})
