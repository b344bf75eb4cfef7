/** A delivery to a webhook that does not answer. */
export const sampleDelivery = {
  id: 'dlv_01930000-0000-7000-8000-000000000002',
  status: 'retrying' as const,
  event: 'evt_01930000-0000-7000-8000-000000000003',
  eventType: 'order.paid',
  subscription: '7',
  subscriptionName: 'Orders to the warehouse',
  channel: 'webhook',
  channelEntry: '6740a1f0c2b1a50012ab34cd',
  target: 'POST warehouse.example.com/hook',
  attemptsFinished: 4,
  lastCode: 'http_503',
  lastError: 'the receiver answered 503',
}
