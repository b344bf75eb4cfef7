import { afterEach, describe, expect, test } from '@jest/globals'

import { createLptrackerChannel } from '../../../plugins/channels/lptracker/lptrackerChannel.ts'
import type { Attempt, JsonObject } from '../../../src/index.ts'
import { lptrackerDone, lptrackerFailure } from '../../support/fakes/lptracker/lptrackerReply.ts'
import {
  FAKE_LPTRACKER,
  type LptrackerFake,
  startLptrackerFake,
} from '../../support/fakes/lptracker/startLptrackerFake.ts'
import type { LoopbackReply, LoopbackRequest } from '../../support/fakes/startLoopback.ts'
import {
  tryChannel,
  tryConnection,
  tryPreview,
  tryValidate,
} from '../../support/fakes/tryChannel.ts'

const open: LptrackerFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

const { login, password, project } = FAKE_LPTRACKER
const form = {
  ...{ login, project, identity: 'event', title: 'Заказ {{ data.current.id }}' },
  ...{ name: ' {{ data.current.customerName }} ', phone: '8 916 123-45-67' },
  email: 'Anna@example.com',
}

type Script = (request: LoopbackRequest) => LoopbackReply | undefined

async function prepare(script?: Script) {
  const fake = await startLptrackerFake(script)
  open.push(fake)
  const channel = createLptrackerChannel({ apiUrl: `${fake.url}/` })
  const deliver = (target: Record<string, unknown> = {}, current: JsonObject = {}) =>
    tryChannel({ channel, secrets: { password }, target: { ...form, ...target }, current })
  return { channel, deliver, fake }
}

const calls = ({ requests }: LptrackerFake): string[] =>
  requests.map(({ method, path }) => `${method} ${path}`)

describe('LEAD-50: a lead in LPTracker', () => {
  test('is made together with its contact, after one login', async () => {
    const { deliver, fake } = await prepare()
    const mapping = [
      { to: 'lead.77', from: { path: 'data.current.status' } },
      { to: 'contact.12', from: { constant: 'VIP' } },
      { to: 'view.source', from: { constant: 'google' } },
    ]
    const attempt = await deliver({ mapping, stage: 5, owner: '{{ 6 }}' })
    expect(attempt).toMatchObject({ code: 'LPTRACKER_ADDED', receipt: { leadId: '900' } })
    expect(fake.contacts).toEqual([
      {
        id: 500,
        project_id: project,
        name: 'Анна 👋',
        details: [
          { type: 'phone', data: '79161234567' },
          { type: 'email', data: 'Anna@example.com' },
        ],
        fields: { '12': 'VIP' },
      },
    ])
    expect(fake.leads).toEqual([
      {
        ...{ id: 900, contactId: 500, name: 'Заказ 42', funnel: 5, owner: 6 },
        ...{ custom: { '77': 'paid' }, callback: false, view: { source: 'google' } },
      },
    ])
    expect(calls(fake)).toEqual([
      'POST /login',
      'GET /contact/search',
      'GET /contact/search',
      'POST /lead',
    ])
  })

  test('hangs on the contact that is there already', async () => {
    const { deliver, fake } = await prepare()
    await deliver({ isCalled: true })
    const attempt = await deliver({ phone: '', email: 'anna@EXAMPLE.com ', title: 'Второй' })
    // The fake finds only what is written the same way; a service may be more lenient, and is checked.
    expect(attempt).toMatchObject({ code: 'LPTRACKER_ADDED' })
    const third = await deliver({ email: '' })
    expect(third).toMatchObject({ reasons: [{ key: 'contact_found', params: { id: 500 } }] })
    expect(fake.leads.map(({ contactId }) => contactId)).toEqual([500, 501, 500])
    expect(fake.leads[0]?.callback).toBe(true)
  })

  test('a contact that the search gives without reason is not believed', async () => {
    const stranger = { id: 666, details: [{ type: 'phone', data: '79990000000' }] }
    const { deliver, fake } = await prepare(({ path }) =>
      path === '/contact/search' ? lptrackerDone([stranger]) : undefined,
    )
    expect(await deliver()).toMatchObject({ code: 'LPTRACKER_ADDED' })
    expect(fake.leads[0]?.contactId).toBe(500)
  })

  test('one per document: later events and lost answers change the lead that is there', async () => {
    const { deliver, fake } = await prepare()
    const own = { identity: 'document', idField: '88' }
    await deliver(own)
    const mapping = [{ to: 'lead.77', from: { path: 'data.current.status' } }]
    const again = await deliver({ ...own, mapping, stage: '9' }, { status: 'completed' })
    expect(again).toMatchObject({
      ...{ code: 'LPTRACKER_CHANGED', receipt: { leadId: '900' } },
      reasons: [{ key: 'changed', params: { id: '900' } }],
    })
    expect(fake.leads).toEqual([
      expect.objectContaining({ funnel: 9, custom: { '77': 'completed', '88': 'orders:42' } }),
    ])
    expect(calls(fake).slice(-3)).toEqual([
      'GET /contact/search',
      'GET /contact/500/leads',
      'PUT /lead/900',
    ])
  })

  test('what LPTracker does not find is no failure', async () => {
    const { deliver } = await prepare(({ path }) =>
      path === '/contact/search' ? lptrackerFailure(404, 'Contact not found') : undefined,
    )
    expect(await deliver()).toMatchObject({ code: 'LPTRACKER_ADDED' })
  })

  test('a phone that is none is left out', async () => {
    const { deliver, fake } = await prepare()
    const attempt = await deliver({ phone: '12-34' })
    expect(attempt).toMatchObject({ reasons: [{ key: 'phone_left_out' }] })
    expect(fake.contacts[0]?.details).toHaveLength(1)
  })
})

describe('the token', () => {
  test('is used until it ends, then asked for once more and the call repeated', async () => {
    const { deliver, fake } = await prepare()
    await deliver()
    await deliver()
    expect(fake.logins()).toBe(1)
    fake.expireTokens()
    const attempt = await deliver()
    expect(attempt.outcome).toBe('delivered')
    expect(fake.logins()).toBe(2)
    expect(fake.leads).toHaveLength(3)
  })

  test('refused right after the login: once more later, and never in a loop', async () => {
    const { deliver, fake } = await prepare(({ path }) =>
      path === '/login' ? undefined : lptrackerFailure(401, 'Invalid token'),
    )
    expect(await deliver()).toMatchObject({
      ...{ outcome: 'unavailable', code: 'LPTRACKER_TOKEN' },
      reasons: [{ key: 'token' }],
    })
    expect(fake.requests).toHaveLength(4)
  })

  test('and the password are in no attempt', async () => {
    const { deliver } = await prepare(({ headers, path }) =>
      path === '/login' ? undefined : lptrackerFailure(400, `x ${headers['token']} ${password}`),
    )
    const attempt: Attempt = await deliver()
    expect(attempt.outcome).toBe('rejected')
    for (const secret of ['fakeTokenOfLogin1', password])
      expect(JSON.stringify(attempt)).not.toContain(secret)
  })
})

describe('answers', () => {
  const json = (status: number, body: object, headers = {}): LoopbackReply => ({
    ...{ status, headers },
    body: JSON.stringify(body),
  })
  const fault = (code: number) => json(200, { status: 'error', errors: [{ code, message: 'x' }] })
  test.each<[LoopbackReply, string, string, string]>([
    [fault(400), 'rejected', 'LPTRACKER_400', 'refused'],
    [fault(429), 'unavailable', 'LPTRACKER_429', 'busy'],
    [fault(500), 'unavailable', 'LPTRACKER_500', 'broken'],
    [json(200, { errors: ['x'] }), 'rejected', 'LPTRACKER_ERROR', 'refused'],
    [json(200, { status: 'error' }), 'rejected', 'LPTRACKER_ERROR', 'refused'],
    [json(200, { ok: true }), 'unavailable', 'http_200', 'foreign'],
    [json(201, { status: 'success' }), 'unavailable', 'http_201', 'foreign'],
    [lptrackerDone({}), 'unavailable', 'LPTRACKER_NO_ID', 'foreign'],
  ])('%j', async (reply, outcome, code, key) => {
    const { deliver } = await prepare(({ method, path }) =>
      method === 'POST' && path === '/lead' ? reply : undefined,
    )
    expect(await deliver()).toMatchObject({ outcome, code, reasons: [{ key }] })
  })
})

describe('the account and the form', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ login: '' }, 'FLOW_LPTRACKER_LOGIN_MISSING'],
    [{ project: 'x' }, 'FLOW_LPTRACKER_NUMBER_INVALID'],
    [{ title: '{{ "" }}' }, 'FLOW_LPTRACKER_TITLE_EMPTY'],
    [{ phone: '', email: '' }, 'FLOW_LPTRACKER_CONTACT_EMPTY'],
    [{ name: '{{ data.current.nope }}' }, 'FLOW_TEMPLATE_FAILED'],
  ])('what never leaves: %j', async (target, code) => {
    const { deliver, fake } = await prepare()
    expect(await deliver(target)).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toHaveLength(0)
  })

  test('without a password nobody is asked', async () => {
    const { channel, fake } = await prepare()
    const attempt = await tryChannel({ channel, target: form })
    expect(attempt).toMatchObject({ code: 'FLOW_LPTRACKER_PASSWORD_MISSING' })
    expect(fake.requests).toHaveLength(0)
  })

  test.each<[Record<string, unknown>, unknown]>([
    [{}, undefined],
    [{ project: '0' }, ['FLOW_LPTRACKER_NUMBER_INVALID', 'project']],
    [{ identity: 'document' }, undefined],
    [{ idField: 'x' }, ['FLOW_LPTRACKER_NUMBER_INVALID', 'idField']],
    [{ name: '{{ a' }, ['FLOW_TEMPLATE_INVALID', 'name']],
    [
      { mapping: [{ to: 'lead.name', from: { constant: 1 } }] },
      ['FLOW_LPTRACKER_FIELD_UNKNOWN', 'mapping'],
    ],
  ])('the form: %j', async (target, expected) => {
    const channel = createLptrackerChannel()
    expect(await tryValidate({ channel, target: { ...form, ...target } })).toEqual(expected)
  })

  test('check of the account and of the project', async () => {
    const { channel, fake } = await prepare()
    const check = (target: object, secret: string = password) =>
      tryConnection({ channel, secrets: { password: secret }, target: { ...form, ...target } })
    expect(await check({})).toEqual({ isOk: true, account: `LPTracker ${login}: Сайт` })
    expect(await check({ project: 1 })).toMatchObject({ isOk: false, code: 'LPTRACKER_PROJECT' })
    expect(await check({}, 'wrong')).toMatchObject({ isOk: false, code: 'LPTRACKER_LOGIN' })
    expect(fake.leads).toEqual([])
  })

  test('preview and line', async () => {
    const channel = createLptrackerChannel()
    expect(await tryPreview({ channel, target: form })).toMatchObject({
      to: 'LPTracker 4321',
      json: { name: 'Заказ 42', contact: { name: 'Анна 👋' }, callback: false },
    })
    const line = channel.describeTarget(channel.target.parse(form))
    expect(line).toBe('LPTracker 4321: Заказ {{ data.current.id }}')
  })
})
