import { describe, expect, test } from '@jest/globals'

import type { AnyChannel } from '../../../src/channels/channel.ts'
import { createChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import { remoteObjectOf } from '../../../src/delivery/remoteObjectOf.ts'
import { FlowError } from '../../../src/kernel/flowError.ts'
import { sampleFlowEvent } from '../../../src/testing/sampleFlowEvent.ts'

const channel = (remoteObject?: AnyChannel['remoteObject'], upsert = true): AnyChannel =>
  ({
    slug: 'crm',
    capabilities: { upsert },
    ...(remoteObject === undefined ? {} : { remoteObject }),
  }) as unknown as AnyChannel

const eventOf = (meta: object) => () => ({
  ...sampleFlowEvent,
  meta: { ...sampleFlowEvent.meta, ...meta },
})
const entry = { entryId: 'e1', target: { portal: 'shop' } }
const named = channel(({ secrets, target }) => `${target.portal} ${Object.keys(secrets)} lead`)

describe('remoteObjectOf', () => {
  test('names account, channel, object and document', () => {
    const given = { event: eventOf({}), secrets: { token: 'x' } }
    const { collection, documentId } = sampleFlowEvent.meta
    const expected = { channel: 'crm', object: 'shop token lead', collection, documentId }
    expect(remoteObjectOf(named, entry, given)).toEqual({ ...expected, account: 'entry:e1' })
    const stored = { ...entry, credential: { id: '7' } }
    expect(remoteObjectOf(named, stored, given)).toEqual({
      ...expected,
      account: 'credentials:7',
    })
  })

  test.each<[string, AnyChannel, object]>([
    ['the channel keeps none', channel(), {}],
    ['every event makes a new one', channel(() => null), {}],
    ['no document', named, { documentId: null }],
    ['no collection', named, { collection: null }],
    ['a test', named, { source: 'test' }],
    [
      'an account that cannot be used',
      channel(() => {
        throw new FlowError({ code: 'FLOW_X_MISSING', message: 'x' })
      }),
      {},
    ],
  ])('is undefined: %s', (_, given, meta) => {
    expect(remoteObjectOf(given, entry, { event: eventOf(meta), secrets: {} })).toBeUndefined()
  })

  test('a fault of the channel is not hidden', () => {
    const broken = channel(() => {
      throw new TypeError('x is undefined')
    })
    const given = { event: eventOf({}), secrets: {} }
    expect(() => remoteObjectOf(broken, entry, given)).toThrow(TypeError)
  })

  test('events are not read for channels that keep none', () => {
    const event = () => {
      throw new Error('read')
    }
    expect(remoteObjectOf(channel(), entry, { event, secrets: {} })).toBeUndefined()
  })
})

describe('the registry', () => {
  test('refuses remoteObject without upsert; upsert alone may have a key of its own', () => {
    expect(() => createChannelRegistry([channel(() => 'lead', false)])).toThrow(
      /FLOW_CHANNEL_UPSERT_UNDECLARED/,
    )
    expect(createChannelRegistry([channel(() => 'lead')]).has('crm')).toBe(true)
    expect(createChannelRegistry([channel()]).has('crm')).toBe(true)
  })
})
