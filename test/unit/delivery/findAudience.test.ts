import { describe, expect, test } from '@jest/globals'
import * as z from 'zod'

import type { AnyChannel } from '../../../src/channels/channel.ts'
import { defineChannel } from '../../../src/channels/defineChannel.ts'
import type { PushDevice } from '../../../src/channels/pushDevice.ts'
import type {
  AddressBook,
  MessageKind,
  WithheldBecause,
} from '../../../src/delivery/addressBook.ts'
import { findAudience } from '../../../src/delivery/findAudience.ts'
import type { FlowEvent } from '../../../src/event-catalogue/flowEvent.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'

const marketing: MessageKind = { kind: 'marketing', needsConsent: true }
const ordinary: MessageKind = { kind: 'ordinary' }
const event: FlowEvent = {
  ...{ id: 'evt_1', type: 'order.created', version: 1, timestamp: '2026-11-21T10:00:00.000Z' },
  data: { current: { id: 1 }, previous: null, changed: [] },
  meta: {
    ...{ source: 'code', collection: null, operation: null, documentId: null, userId: null },
    ...{ userEmail: null, locale: null, sequence: null, causationId: null, hop: 0 },
  },
}
const words = { en: 'Push', ru: 'Push' }

/** A channel that writes to the devices of these people. */
const pushTo = (users: string[], roles: string[] = []): AnyChannel =>
  defineChannel({
    ...{ slug: 'web-push', label: words, description: words, fields: [] },
    target: z.object({}),
    describeTarget: () => 'push',
    devices: { kind: 'web-push', addressees: async () => ({ users, roles }) },
    deliver: async () => {
      throw new Error('nothing is sent here')
    },
  })

/** Devices of everybody asked for, and what the books were asked. */
function stage(refusals: Record<string, WithheldBecause> = {}) {
  const asked: { addresses: unknown[]; devices: unknown[] } = { addresses: [], devices: [] }
  const addresses: AddressBook = {
    withheld: async (_, people) => {
      asked.addresses.push(people)
      return people.flatMap((address) => {
        const because = refusals[address]
        return because === undefined ? [] : [{ address, because }]
      })
    },
    suppress: async () => {},
  }
  const devices = {
    devicesOf: async (_: string, who: unknown): Promise<PushDevice[]> => {
      asked.devices.push(who)
      return [{ kind: 'fcm', id: '1', label: 'Phone', token: 't' }]
    },
    record: async () => {},
  }
  const unsubscribe = { url: ({ address }: { address: string }) => `https://shop/leave/${address}` }
  const find = (channel: AnyChannel, kind: MessageKind) =>
    findAudience(
      { addresses, devices, templates: createTemplateRenderer(), unsubscribe },
      channel,
      {
        event: () => event,
        kind,
        target: {},
      },
    )
  return { asked, find }
}

describe('INC-15: marketing to devices', () => {
  test('asks for the accounts, and the devices of the others are not looked for', async () => {
    const { asked, find } = stage({ 'user:2': 'no_consent' })
    const found = await find(pushTo(['1', '2']), marketing)
    expect(asked).toEqual({
      addresses: [['user:1', 'user:2']],
      devices: [{ users: ['1'], roles: [] }],
    })
    expect(found).toMatchObject({ unsubscribeUrl: 'https://shop/leave/user:1' })
  })
  test('to nobody who agreed is skipped, and says who it was', async () => {
    const { asked, find } = stage({ 'user:7': 'consent_withdrawn' })
    expect(await find(pushTo(['7']), marketing)).toMatchObject({
      code: 'CONSENT_WITHDRAWN',
      isSkipped: true,
      said: { reason: 'skipped: user:7 wants no marketing on this channel' },
    })
    expect(asked.devices).toEqual([])
  })
  test('staff reached by role is not asked, and has no link', async () => {
    const { asked, find } = stage({ 'user:7': 'no_consent' })
    const found = await find(pushTo(['7'], ['manager']), marketing)
    expect(asked.devices).toEqual([{ users: [], roles: ['manager'] }])
    expect(found).not.toHaveProperty('unsubscribeUrl')
  })
  test('other messages ask nothing at all', async () => {
    const { asked, find } = stage({ 'user:7': 'no_consent' })
    const found = await find(pushTo(['7']), ordinary)
    expect(asked).toEqual({ addresses: [], devices: [{ users: ['7'], roles: [] }] })
    expect(found).not.toHaveProperty('unsubscribeUrl')
  })
})
