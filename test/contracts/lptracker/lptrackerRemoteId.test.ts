import { afterEach, describe, expect, test } from '@jest/globals'

import { createLptrackerChannel } from '../../../plugins/channels/lptracker/lptrackerChannel.ts'
import { lptrackerDone, lptrackerFailure } from '../../support/fakes/lptracker/lptrackerReply.ts'
import {
  FAKE_LPTRACKER,
  type LptrackerFake,
  startLptrackerFake,
} from '../../support/fakes/lptracker/startLptrackerFake.ts'
import type { LoopbackReply, LoopbackRequest } from '../../support/fakes/startLoopback.ts'
import { tryChannel } from '../../support/fakes/tryChannel.ts'

const open: LptrackerFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

const { login, password, project } = FAKE_LPTRACKER
const form = { login, project, title: 'Заказ', name: 'Анна', phone: '89161234567' }

async function prepare(script?: (request: LoopbackRequest) => LoopbackReply | undefined) {
  const fake = await startLptrackerFake(script)
  open.push(fake)
  const channel = createLptrackerChannel({ apiUrl: fake.url })
  /** One try; `remoteId` is what an earlier one learnt. */
  const deliver = (remoteId?: string, target: object = {}) => {
    const known = remoteId === undefined ? {} : { remoteId }
    return tryChannel({ channel, secrets: { password }, target: { ...form, ...target }, ...known })
  }
  return { channel, deliver, fake }
}

describe('the lead that is known', () => {
  test('is changed at once, without a search and without a field for our id', async () => {
    const { deliver, fake } = await prepare()
    const first = await deliver()
    expect(first).toMatchObject({ code: 'LPTRACKER_ADDED', remoteId: '900/500' })
    const searches = fake.searches()
    const second = await deliver('900/500', { stage: 9 })
    expect(second).toMatchObject({ code: 'LPTRACKER_CHANGED', remoteId: '900/500' })
    expect(fake.searches()).toBe(searches)
    expect(fake.requests.at(-1)).toMatchObject({ method: 'PUT', path: '/lead/900' })
    expect(fake.leads).toMatchObject([{ id: 900, funnel: 9 }])
  })

  test('deleted by a person, it is made anew', async () => {
    const { deliver, fake } = await prepare()
    await deliver(undefined, { idField: 88 })
    fake.removeLead(900)
    const attempt = await deliver('900/500', { idField: 88 })
    expect(attempt).toMatchObject({
      ...{ outcome: 'delivered', code: 'LPTRACKER_ADDED', remoteId: '901/500' },
      reasons: [{ key: 'gone', params: { id: '900' } }, { key: 'contact_found' }],
    })
    expect(fake.leads).toMatchObject([{ id: 901 }])
  })

  test('another refusal is no reason to make a second one', async () => {
    const { deliver, fake } = await prepare(({ method }) =>
      method === 'PUT' ? lptrackerFailure(400, 'x') : undefined,
    )
    await deliver()
    expect(await deliver('900/500')).toMatchObject({ outcome: 'rejected' })
    expect(fake.leads).toHaveLength(1)
  })

  test('is not known without its contact, nor by what is no number', async () => {
    const { deliver } = await prepare(({ method, path }) =>
      method === 'POST' && path === '/lead' ? lptrackerDone({ id: 7 }) : undefined,
    )
    expect(await deliver()).not.toHaveProperty('remoteId')
    const { deliver: other, fake } = await prepare()
    await other('../login')
    expect(fake.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST'])
  })
})

describe('which object deliveries are about', () => {
  test.each([
    [{}, 'robot@example.com 4321 lead'],
    [{ identity: 'event' }, null],
    [{ login: null }, null],
  ])('%j: %s', async (target, expected) => {
    const { channel } = await prepare()
    const parsed = channel.target.parse({ ...form, ...target })
    expect(channel.remoteObject?.({ target: parsed, secrets: { password } })).toBe(expected)
  })
})
