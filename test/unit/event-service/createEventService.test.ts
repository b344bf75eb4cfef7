import { describe, expect, test } from '@jest/globals'
import { createEventService } from '../../../src/event-service/createEventService.ts'
import {
  bundledCatalogue,
  causedBy,
  type EventRow,
  type EventWriter,
  orderCreated,
  orderPaid,
} from '../../../src/index.ts'

const now = Date.parse('2026-11-21T10:00:00.000Z')

function arrange() {
  const writes: { events: EventRow[]; req: unknown }[] = []
  const writer: EventWriter = {
    write: async (events, { req }) => {
      writes.push({ events, req })
      return events.map(({ id, idempotencyKey }) => ({
        id: idempotencyKey === 'seen' ? 'evt_first' : id,
        isDuplicate: idempotencyKey === 'seen',
      }))
    },
  }
  const service = createEventService({
    catalogue: bundledCatalogue,
    writer,
    clock: { now: () => now },
  })
  return { service, writes }
}

const refusal = (code: string) => expect.objectContaining({ code, status: 400 })
const paid = { current: { id: 1, status: 'paid' as const } }

describe('publish', () => {
  test('writes one row and answers with its id', async () => {
    const { service, writes } = arrange()
    const req = { transactionID: 't1' }
    const answer = await service.publish(orderPaid, paid, { req, meta: { userId: 5 } })
    expect(writes).toEqual([
      {
        req,
        events: [
          expect.objectContaining({
            id: answer.id,
            type: 'order.paid',
            timestamp: '2026-11-21T10:00:00.000Z',
            meta: expect.objectContaining({ source: 'code', userId: '5' }),
            idempotencyKey: null,
            issues: [],
          }),
        ],
      },
    ])
    expect(answer.isDuplicate).toBe(false)
  })

  test('without a request leaves the transaction to the writer', async () => {
    const { service, writes } = arrange()
    await service.publish(orderPaid, paid)
    expect(writes[0]?.req).toBeUndefined()
  })

  test('hands the idempotency key down and the earlier id up', async () => {
    const { service } = arrange()
    expect(await service.publish(orderPaid, paid, { idempotencyKey: 'seen' })).toEqual({
      id: 'evt_first',
      isDuplicate: true,
    })
  })

  test('by name is the same', async () => {
    const { service, writes } = arrange()
    await service.publishEvent(
      'order.paid',
      paid,
      { collection: 'orders', documentId: 1 },
      { req: 'r' },
    )
    expect(writes[0]).toMatchObject({
      req: 'r',
      events: [{ type: 'order.paid', collection: 'orders', documentId: '1' }],
    })
  })

  test('counts a chain of causes', async () => {
    const { service, writes } = arrange()
    const meta = { hop: 2, source: 'code' } as never
    await service.publish(orderPaid, paid, { meta: causedBy({ id: 'evt_cause', meta }) })
    expect(writes[0]?.events[0]?.meta).toMatchObject({ causationId: 'evt_cause', hop: 3 })
  })

  test('EV-05 refuses an unknown type and a misfit by rejecting, and writes nothing', async () => {
    const { service, writes } = arrange()
    await expect(service.publishUnknown('order.payed', paid)).rejects.toEqual(
      refusal('FLOW_EVENT_UNKNOWN'),
    )
    await expect(service.publishUnknown('order.paid', { current: {} })).rejects.toEqual(
      refusal('FLOW_EVENT_INVALID'),
    )
    await expect(service.publishUnknown('user.returned', paid)).rejects.toEqual(
      refusal('FLOW_EVENT_INVALID'),
    )
    expect(writes).toEqual([])
  })

  test('rejects when the writer does not answer', async () => {
    const writer: EventWriter = { write: async () => [] }
    const service = createEventService({
      catalogue: bundledCatalogue,
      writer,
      clock: { now: () => now },
    })
    await expect(service.publish(orderPaid, paid)).rejects.toMatchObject({
      code: 'FLOW_EVENT_NOT_WRITTEN',
    })
  })
})

describe('capture', () => {
  test('writes all events of a change at once, in order, misfits included', async () => {
    const { service, writes } = arrange()
    const data = { current: { id: 1, status: 'on-hold' } }
    const answers = await service.capture(
      [
        { definition: orderCreated, data, meta: { documentId: 1 } },
        { definition: orderPaid, data: paid },
      ],
      { req: 'r' },
    )
    expect(writes).toHaveLength(1)
    expect(writes[0]?.events.map(({ type, issues }) => [type, issues.length])).toEqual([
      ['order.created', 1],
      ['order.paid', 0],
    ])
    expect(answers.map(({ id }) => id)).toEqual(writes[0]?.events.map(({ id }) => id))
  })

  test('of nothing does not reach the database', async () => {
    const { service, writes } = arrange()
    expect(await service.capture([], {})).toEqual([])
    expect(writes).toEqual([])
  })
})
