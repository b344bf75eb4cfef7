import { expect, test } from '@jest/globals'
import { createEventService } from '../../../src/event-service/createEventService.ts'
import {
  bundledCatalogue,
  defineEvent,
  defineSnapshot,
  eventAreas,
  type EventWriter,
  extendCatalogue,
  rowField,
  toJsonSchema,
} from '../../../src/index.ts'

// All a developer writes for a new type; test/types/publish.test-d.ts proves what the compiler makes of it.
const parcelSent = defineEvent({
  type: 'parcel.sent',
  version: 1,
  area: eventAreas.orders,
  summary: { en: 'A parcel left.', ru: 'Посылка ушла.' },
  firesWhen: { en: 'The parcel left.', ru: 'Посылка ушла.' },
  current: defineSnapshot({ weight: rowField.number }),
  sample: { current: { id: 1, weight: 3 }, previous: null, changed: [] },
})

test('EV-05 one definition makes a type that publish accepts, checks and shows', async () => {
  const catalogue = extendCatalogue(bundledCatalogue, [parcelSent])
  const written: string[] = []
  const writer: EventWriter = {
    write: async (events) => {
      written.push(...events.map(({ type }) => type))
      return events.map(({ id }) => ({ id, isDuplicate: false }))
    },
  }
  const clock = { now: () => 0 }
  const service = createEventService({ catalogue, writer, clock })
  const before = createEventService({ catalogue: bundledCatalogue, writer, clock })

  await service.publishEvent('parcel.sent', { current: { id: 1, weight: 3 } })
  await service.publish(parcelSent, { current: { id: 2 } })
  await service.publishEvent('order.paid', { current: { id: 1 } })
  await expect(
    service.publishUnknown('parcel.sent', { current: { id: 1, weight: 'heavy' } }),
  ).rejects.toMatchObject({
    code: 'FLOW_EVENT_INVALID',
    details: { issues: [expect.stringContaining('data.current.weight: ')] },
  })
  await expect(before.publish(parcelSent, { current: { id: 1 } })).rejects.toMatchObject({
    code: 'FLOW_EVENT_UNKNOWN',
  })

  expect(written).toEqual(['parcel.sent', 'parcel.sent', 'order.paid'])
  expect(toJsonSchema(catalogue.get('parcel.sent'))).toMatchObject({ title: 'parcel.sent' })
})
