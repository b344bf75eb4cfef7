import { type ConversionField, conversionRules, type FieldMapping } from '../../../src/index.ts'

/** Recommended events of GA4, or names of our own, by type of event. */
const eventNames: Readonly<Record<string, string>> = {
  'order.created': 'begin_checkout',
  'order.paid': 'purchase',
  'cart.item_added': 'add_to_cart',
  'cart.item_removed': 'remove_from_cart',
  'lead.created': 'generate_lead',
  'form.submitted': 'form_sent',
  'user.registered': 'sign_up',
  'user.login': 'login',
  'product.viewed': 'view_item',
  'booking.created': 'booking_created',
  'subscription_payment.successful': 'purchase',
  'subscription_payment.refunded': 'refund',
  'newsletter.subscribed': 'newsletter_subscribed',
  'course.enrolled': 'course_enrolled',
}

const fields: readonly ConversionField[] = [
  { to: 'user_id', fact: 'userId', transform: [{ name: 'text' }] },
  { to: 'params.value', fact: 'value', transform: [{ name: 'number' }] },
  { to: 'params.currency', fact: 'currency', transform: [{ name: 'upper' }] },
  { to: 'params.transaction_id', fact: 'number' },
  { to: 'params.items.*.item_id', fact: 'itemIds' },
  { to: 'params.items.*.item_name', fact: 'itemTitles' },
  { to: 'params.items.*.price', fact: 'itemPrices' },
  { to: 'params.items.*.quantity', fact: 'itemQuantities' },
]

/** The ready rules of a type. */
export function ga4Mapping(eventType: string): FieldMapping {
  const name = Object.hasOwn(eventNames, eventType) ? eventNames[eventType] : undefined
  return [
    ...(name === undefined ? [] : [{ to: 'name', from: { constant: name } }]),
    {
      to: 'timestamp_micros',
      from: { path: 'timestamp' },
      transform: [{ name: 'date', format: 'unixMicros' }],
    },
    { to: 'params.engagement_time_msec', from: { constant: 1 } },
    ...conversionRules(eventType, fields),
  ]
}
