import {
  type EventService,
  bundledCatalogue,
  defineEvent,
  defineSnapshot,
  eventAreas,
  extendCatalogue,
  orderPaid,
  rowField,
  userReturned,
} from '../../src/index.ts'
import { type Equal, expectTrue, expectType, type IsAny } from './support.ts'

declare const events: EventService<typeof bundledCatalogue>

export const accepted = async () => {
  const answer = await events.publish(orderPaid, { current: { id: 1, status: 'paid' } })
  expectTrue<Equal<typeof answer, { id: string; isDuplicate: boolean }>>()
  await events.publish(userReturned, { current: { id: 1 }, inactiveDays: 8 }, { req: {} })
  await events.publishEvent('order.paid', { current: { id: 1 } }, { userId: 5, locale: 'ru' })
  await events.publishEvent('user.returned', { current: { id: 1 }, inactiveDays: 8 })
  await events.publishEvent(
    'order.status_changed',
    { current: { id: 1 }, previous: null, changed: ['status'], statusFrom: null, statusTo: 'paid' },
    { source: 'api' },
    { idempotencyKey: 'payment-77' },
  )
}

export const refused = async () => {
  // @ts-expect-error unknown type
  await events.publishEvent('order.payed', { current: { id: 1 } })
  // @ts-expect-error total is localised money, not a number
  await events.publishEvent('order.paid', { current: { id: 1, total: 100 } })
  // @ts-expect-error no such status
  await events.publishEvent('order.paid', { current: { id: 1, status: 'payed' } })
  // @ts-expect-error inactiveDays is missing
  await events.publishEvent('user.returned', { current: { id: 1 } })
  // @ts-expect-error the id is missing
  await events.publishEvent('order.paid', { current: { status: 'paid' } })
  // @ts-expect-error `previus` is no member of the data
  await events.publishEvent('order.paid', { current: { id: 1 }, previus: null })
  // @ts-expect-error no such source
  await events.publishEvent('order.paid', { current: { id: 1 } }, { source: 'elsewhere' })
  // @ts-expect-error the number is the database's to give
  await events.publishEvent('order.paid', { current: { id: 1 } }, { sequence: 1 })
  // @ts-expect-error no such status
  await events.publish(orderPaid, { current: { id: 1, status: 'payed' } })
  // @ts-expect-error inactiveDays is a number
  await events.publish(userReturned, { current: { id: 1 }, inactiveDays: '8' })
  // @ts-expect-error inactiveDays is missing
  await events.publish(userReturned, { current: { id: 1 } })
}

// decode narrows
const event = bundledCatalogue.decode({})
expectTrue<Equal<IsAny<typeof event>, false>>()
expectTrue<Equal<IsAny<typeof event.data>, false>>()
if (event.type === 'user.returned') expectTrue<Equal<typeof event.data.inactiveDays, number>>()
if (event.type === 'order.paid') {
  // @ts-expect-error only user.returned has it
  expectType<unknown>(event.data.inactiveDays)
}
const paid = bundledCatalogue.get('order.paid')
expectTrue<Equal<typeof paid.type, 'order.paid'>>()

// EV-05: one definition, and publish knows the type
const parcelSent = defineEvent({
  type: 'parcel.sent',
  version: 1,
  area: eventAreas.orders,
  summary: { en: 'A parcel left.', ru: 'Посылка ушла.' },
  firesWhen: { en: 'The parcel left.', ru: 'Посылка ушла.' },
  current: defineSnapshot({ weight: rowField.number }),
  sample: { current: { id: 1, weight: 3 }, previous: null, changed: [] },
})
export const extended = extendCatalogue(bundledCatalogue, [parcelSent])
declare const shopEvents: EventService<typeof extended>

export const newType = async () => {
  await shopEvents.publishEvent('parcel.sent', { current: { id: 1, weight: 3 } })
  await shopEvents.publishEvent('order.paid', { current: { id: 1 } })
  // @ts-expect-error weight is a number
  await shopEvents.publishEvent('parcel.sent', { current: { id: 1, weight: 'heavy' } })
  // @ts-expect-error the bundled catalogue does not have it
  await events.publishEvent('parcel.sent', { current: { id: 1, weight: 3 } })
}
