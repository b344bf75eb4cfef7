import * as z from 'zod'

import {
  type EventDataOf,
  type EventInput,
  defineEvent,
  defineSnapshot,
  eventAreas,
  type orderPaid,
  type productPriceChanged,
  rowField,
  type userReturned,
} from '../../src/index.ts'
import { type Equal, expectTrue, expectType, type IsAny } from './support.ts'

const about = {
  version: 1,
  area: eventAreas.orders,
  summary: { en: 'A parcel left.', ru: 'Посылка ушла.' },
  firesWhen: { en: 'The parcel left.', ru: 'Посылка ушла.' },
}
const parcelSnapshot = defineSnapshot({ code: rowField.text, weight: rowField.number })
const parcel = { id: 1, code: 'A1', weight: 3 }
const data = { current: parcel, previous: null, changed: [] }

// What a definition knows
type Paid = EventDataOf<typeof orderPaid>
type Status =
  | 'pending'
  | 'processing'
  | 'paid'
  | 'completed'
  | 'cancelled'
  | 'refunded'
  | null
  | undefined
expectTrue<Equal<typeof orderPaid.type, 'order.paid'>>()
expectTrue<Equal<Paid['current']['status'], Status>>()
expectTrue<Equal<Paid['current']['id'], number | string>>()
expectTrue<Equal<Paid['changed'], string[]>>()
expectTrue<Equal<NonNullable<Paid['previous']>['status'], Status>>()
expectTrue<Equal<IsAny<Paid>, false>>()
expectTrue<Equal<IsAny<Paid['current']>, false>>()
expectTrue<Equal<IsAny<Paid['current']['total']>, false>>()
expectTrue<Equal<EventDataOf<typeof userReturned>['inactiveDays'], number>>()
type Change = EventDataOf<typeof productPriceChanged>['prices'][number]
expectTrue<Equal<Change['old'], number | null>>()
expectType<string | null>({} as Change['locale'])

// What a publisher may leave out
type PaidInput = EventInput<Paid>
expectType<PaidInput>({ current: { id: 1 } })
expectType<PaidInput>({ current: { id: 'a', mySite: { any: 'thing' } }, changed: ['status'] })

// Well-formed definitions compile
const parcelEvent = { ...about, current: parcelSnapshot, sample: data }
const good = { ...parcelEvent, type: 'parcel.sent' as const }
defineEvent({ ...parcelEvent, type: 'parcel.sent' })
defineEvent({ ...parcelEvent, type: 'parcel.idle_7d' })
defineEvent({
  ...parcelEvent,
  type: 'parcel.sent',
  extra: { carrier: z.enum(['post', 'sdek']), note: z.string().optional() },
  sample: { ...data, carrier: 'post' },
})

// Names
// @ts-expect-error no dot
const noDot = () => defineEvent({ ...parcelEvent, type: 'parcelsent' })
// @ts-expect-error two dots
const twoDots = () => defineEvent({ ...parcelEvent, type: 'parcel.was.sent' })
// @ts-expect-error capitals
const capitals = () => defineEvent({ ...parcelEvent, type: 'Parcel.sent' })
// @ts-expect-error hyphen
const hyphen = () => defineEvent({ ...parcelEvent, type: 'parcel.is-sent' })

// Schemas that would not survive storage; each sample fits, so that only the schema is wrong
const codeLength = defineSnapshot({ code: z.string().transform((code) => code.length) })
const measured = { ...good, sample: { ...data, current: { id: 1, code: 2 } } }
// @ts-expect-error transform
const transforms = () => defineEvent({ ...measured, current: codeLength })
const dated = defineSnapshot({ sentAt: z.date().optional() })
// @ts-expect-error Date
const dates = () => defineEvent({ ...good, current: dated })
const defaulted = defineSnapshot({ weight: z.number().default(0) })
// @ts-expect-error default
const defaults = () => defineEvent({ ...good, current: defaulted })
const mapped = defineSnapshot({ prices: z.map(z.string(), z.number()).optional() })
// @ts-expect-error Map
const maps = () => defineEvent({ ...good, current: mapped })
const grams = { extra: { grams: z.bigint() }, sample: { ...data, grams: 1n } }
// @ts-expect-error bigint
const bigints = () => defineEvent({ ...good, ...grams })
const taken = { extra: { changed: z.array(z.string()) }, sample: data }
// @ts-expect-error `changed` is the engine's
const reserved = () => defineEvent({ ...good, ...taken })

// Samples that lie
const heavy = { ...data, current: { id: 1, weight: 'heavy' } }
// @ts-expect-error weight is a number
const wrongSample = () => defineEvent({ ...good, sample: heavy })
const nameless = { ...data, current: { code: 'A1' } }
// @ts-expect-error id is missing
const noId = () => defineEvent({ ...good, sample: nameless })
const carrier = { extra: { carrier: z.string() }, sample: data }
// @ts-expect-error the extra member is missing
const noExtra = () => defineEvent({ ...good, ...carrier })

export const refused = [noDot, twoDots, capitals, hyphen, transforms, dates, defaults, maps]
export const refusedToo = [bigints, reserved, wrongSample, noId, noExtra]
