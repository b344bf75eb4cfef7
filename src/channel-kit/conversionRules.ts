import type { FieldMapping, MappingRule } from '../field-mapper/fieldMapping.ts'

/** What systems that count conversions ask about an event. */
export type ConversionFact =
  | 'value'
  | 'currency'
  | 'number'
  | 'email'
  | 'phone'
  | 'name'
  | 'userId'
  | 'city'
  | 'postalCode'
  | 'yclid'
  | 'fbclid'
  | 'page'
  | 'userAgent'
  | 'itemIds'
  | 'itemTitles'
  | 'itemPrices'
  | 'itemQuantities'
  | 'title'

const document = (names: Partial<Record<ConversionFact, string>>) =>
  Object.fromEntries(
    Object.entries(names).map(([fact, path]) => [fact, `data.current.${path}`]),
  ) as Partial<Record<ConversionFact, string>>

const items = {
  itemIds: 'items.*.sku',
  itemTitles: 'items.*.title',
  itemPrices: 'items.*.price.amount',
  itemQuantities: 'items.*.quantity',
}
const visitor = { yclid: 'utm.yclid', fbclid: 'utm.fbclid' }

/** Where each fact stands, by the first word of the event's type. */
const paths: Readonly<Record<string, Partial<Record<ConversionFact, string>>>> = {
  order: document({
    ...items,
    value: 'total.$locale.amount',
    currency: 'total.$locale.currency',
    number: 'number',
    email: 'customerEmail',
    phone: 'customerPhone',
    name: 'customerName',
    userId: 'customer',
    city: 'shippingAddress.city',
    postalCode: 'shippingAddress.postalCode',
  }),
  cart: document({
    ...items,
    value: 'subtotal.amount',
    currency: 'subtotal.currency',
    email: 'email',
    phone: 'phone',
    name: 'name',
    userId: 'user',
  }),
  lead: document({
    ...visitor,
    value: 'value.amount',
    currency: 'value.currency',
    email: 'email',
    phone: 'phone',
    name: 'name',
    page: 'landingPage',
  }),
  form: document({ ...visitor, page: 'page', userAgent: 'userAgent' }),
  booking: document({
    value: 'price.amount',
    currency: 'price.currency',
    number: 'number',
    email: 'guest.email',
    phone: 'guest.phone',
    name: 'guest.name',
    userId: 'customer',
  }),
  subscription_payment: document({
    value: 'amount.amount',
    currency: 'amount.currency',
    number: 'number',
  }),
  user: document({ email: 'email', phone: 'phone', name: 'name', userId: 'id' }),
  newsletter: document({ email: 'email', name: 'name', userId: 'user' }),
  course: document({ userId: 'user' }),
  product: document({
    value: 'price.$locale.amount',
    currency: 'price.$locale.currency',
    title: 'title.$locale',
    itemIds: 'sku',
  }),
}

/** One field of a conversion system: which fact it takes and what is done with it. */
export type ConversionField = Pick<MappingRule, 'to' | 'transform'> & { fact: ConversionFact }

/** Rules for the facts that events of a type have; a field without its fact gets none. */
export function conversionRules(
  eventType: string,
  fields: readonly ConversionField[],
): FieldMapping {
  const [area = ''] = eventType.split('.')
  const known = Object.hasOwn(paths, area) ? (paths[area] ?? {}) : {}
  return fields.flatMap(({ fact, to, transform }) => {
    const path = known[fact]
    if (path === undefined) return []
    // A list where one thing is meant, or the other way round, is no such fact.
    if (to.includes('*') !== path.includes('*')) return []
    return [{ to, from: { path }, ...(transform === undefined ? {} : { transform }) }]
  })
}
