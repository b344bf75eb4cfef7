import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Inbox, InboxMessage } from '../../../src/channels/inbox.ts'
import { type InAppPerson, startInAppFake } from '../../support/fakes/in-app/startInAppFake.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { createActors } from '../../support/payload/createActors.ts'

/** The same promises of the inbox in the database and of the fake in memory. */
const worlds: Record<'database' | 'fake', { inbox: Inbox; people: InAppPerson[] } | undefined> = {
  database: undefined,
  fake: undefined,
}
let flow: BootedFlow

beforeAll(async () => {
  flow = await bootFlow({ worker: false })
  const actors = await createActors(flow.payload)
  const people = Object.values(actors).map(({ id, role }) => ({ id: String(id), role }))
  worlds.database = { inbox: flow.runtime.inbox, people }
  worlds.fake = { inbox: startInAppFake(people).inbox, people }
}, 300_000)
afterAll(() => flow?.destroy())

describe.each(['database', 'fake'] as const)('the inbox in the %s', (name) => {
  const world = () => {
    const found = worlds[name]
    if (!found) throw new Error('not arranged')
    return found
  }
  const message = (given: Partial<InboxMessage> = {}): InboxMessage => ({
    id: 'dlv_1',
    audience: { kind: 'staff', role: null },
    event: { id: 'evt_1', type: 'order.paid' },
    title: 'Paid',
    text: '',
    link: null,
    level: 'info',
    ...given,
  })
  const customer = (): string => world().people.find(({ role }) => role === 'customer')?.id ?? ''

  test('takes a message once for each of its people', async () => {
    const { inbox } = world()
    expect(await inbox.put(message())).toEqual({ addressed: 3, added: 3 })
    expect(await inbox.put(message())).toEqual({ addressed: 3, added: 0 })
    const toOne = message({ audience: { kind: 'user', userId: customer() } })
    expect(await inbox.put(toOne)).toEqual({ addressed: 1, added: 1 })
    const toManagers = message({ id: 'dlv_2', audience: { kind: 'staff', role: 'manager' } })
    expect(await inbox.put(toManagers)).toEqual({ addressed: 1, added: 1 })
  })

  test.each(['0', '-1', '2147483648', '99999999999999999999', 'anna', '1.5', "1'", '1 '])(
    'knows nobody by %j',
    async (userId) => {
      const put = world().inbox.put(message({ audience: { kind: 'user', userId } }))
      expect(await put).toEqual({ addressed: 0, added: 0 })
    },
  )

  test.each<[string, Partial<InboxMessage>]>([
    ['id', { id: ' ' }],
    ['title', { title: '' }],
    ['title', { title: 'a\nb' }],
    ['title', { title: 'x'.repeat(201) }],
    ['text', { text: 'x'.repeat(2001) }],
    ['text', { text: 'a\0b' }],
    ['link', { link: 'javascript:alert(1)' }],
    ['link', { link: '//evil.example' }],
    ['level', { level: 'loud' as 'info' }],
  ])('refuses what cannot be kept: %s %j', async (field, given) => {
    await expect(world().inbox.put(message({ id: 'dlv_3', ...given }))).rejects.toMatchObject({
      code: 'FLOW_INBOX_MESSAGE_INVALID',
      details: { field },
    })
  })
})
