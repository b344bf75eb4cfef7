import { type ConversionField, conversionRules, type FieldMapping } from '../../../src/index.ts'

/** Meta's standard events, or names of our own, by type of event. */
const eventNames: Readonly<Record<string, string>> = {
  'order.created': 'InitiateCheckout',
  'order.paid': 'Purchase',
  'cart.item_added': 'AddToCart',
  'lead.created': 'Lead',
  'form.submitted': 'Contact',
  'user.registered': 'CompleteRegistration',
  'booking.created': 'Schedule',
  'product.viewed': 'ViewContent',
  'subscription_payment.successful': 'Purchase',
  'newsletter.subscribed': 'NewsletterSubscribed',
  'course.enrolled': 'CourseEnrolled',
}

const fields: readonly ConversionField[] = [
  { to: 'event_source_url', fact: 'page' },
  { to: 'user_data.em', fact: 'email' },
  { to: 'user_data.ph', fact: 'phone', transform: [{ name: 'e164' }] },
  { to: 'user_data.name', fact: 'name' },
  { to: 'user_data.ct', fact: 'city' },
  { to: 'user_data.zp', fact: 'postalCode' },
  { to: 'user_data.external_id', fact: 'userId', transform: [{ name: 'text' }] },
  { to: 'user_data.fbclid', fact: 'fbclid' },
  { to: 'user_data.client_user_agent', fact: 'userAgent' },
  { to: 'custom_data.value', fact: 'value', transform: [{ name: 'number' }] },
  { to: 'custom_data.currency', fact: 'currency', transform: [{ name: 'upper' }] },
  { to: 'custom_data.order_id', fact: 'number' },
  { to: 'custom_data.content_name', fact: 'title' },
  { to: 'custom_data.contents.*.id', fact: 'itemIds' },
  { to: 'custom_data.contents.*.quantity', fact: 'itemQuantities' },
  { to: 'custom_data.contents.*.item_price', fact: 'itemPrices' },
]

/** The ready rules of a type. The event's own id is Meta's key against counting twice. */
export function metaMapping(eventType: string): FieldMapping {
  const name = Object.hasOwn(eventNames, eventType) ? eventNames[eventType] : undefined
  return [
    ...(name === undefined ? [] : [{ to: 'event_name', from: { constant: name } }]),
    { to: 'event_id', from: { path: 'id' } },
    {
      to: 'event_time',
      from: { path: 'timestamp' },
      transform: [{ name: 'date', format: 'unix' }],
    },
    { to: 'action_source', from: { constant: 'system_generated' } },
    ...conversionRules(eventType, fields),
  ]
}
