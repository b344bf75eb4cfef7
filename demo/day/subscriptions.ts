import type { LoggedEvent } from '../log/logRows.ts'
import type { Receivers } from '../receivers/startReceivers.ts'

/** A subscription as the demo creates it, and the same wish said once more, in code, for the cross-check. */
export type DemoSubscription = {
  body: { name: string; events: string[]; channels: Record<string, unknown>[] } & Record<
    string,
    unknown
  >
  /** Whether an event should go to it; absent where the day itself changes that. */
  wants?: (event: LoggedEvent) => boolean
}

const shortRetries = [1, 2, 4, 8]
const isOf =
  (...types: string[]) =>
  ({ type }: LoggedEvent): boolean =>
    types.includes(type)
const startsWith =
  (prefix: string) =>
  ({ type }: LoggedEvent): boolean =>
    type.startsWith(prefix)

const amountOf = ({ data }: LoggedEvent): number => {
  const total = data.current['total'] as { ru?: { amount?: number } } | undefined
  return total?.ru?.amount ?? 0
}

/** Who wants to know what in this shop. */
export function demoSubscriptions(receivers: Receivers): DemoSubscription[] {
  const webhook = (receiver: keyof Receivers, more: Record<string, unknown> = {}) => ({
    blockType: 'webhook',
    url: receivers[receiver].url,
    ...more,
  })
  return [
    {
      body: { name: 'CRM: all orders', events: ['order.*'], channels: [webhook('crm')] },
      wants: startsWith('order.'),
    },
    {
      body: {
        name: 'Big orders',
        events: ['order.created', 'order.paid'],
        filters: [{ field: 'data.current.total.ru.amount', operator: 'gt', value: 10_000 }],
        channels: [
          webhook('crm'),
          {
            blockType: 'email',
            to: 'boss@example.com',
            subject: 'Крупный заказ {{ data.current.number }}',
            body: '{{ data.current.total.ru.amount | money: "RUB", "ru" }}',
          },
        ],
      },
      wants: (event) => isOf('order.created', 'order.paid')(event) && amountOf(event) > 10_000,
    },
    {
      body: {
        name: 'Letters to customers',
        events: ['order.paid'],
        channels: [
          {
            blockType: 'email',
            to: '{{ data.current.customerEmail | default: "orders@example.com" }}',
            subject: 'Заказ {{ data.current.number }} оплачен',
            body: 'Спасибо! Сумма: {{ data.current.total.ru.amount | money: "RUB", "ru" }}.',
          },
        ],
      },
      wants: isOf('order.paid'),
    },
    {
      body: {
        name: 'Warehouse',
        events: ['product.*'],
        retryDelaysSeconds: shortRetries,
        channels: [webhook('warehouse')],
      },
      wants: startsWith('product.'),
    },
    {
      body: {
        name: 'Accounting',
        events: ['order.paid', 'order.completed'],
        retryDelaysSeconds: [...shortRetries, 8],
        channels: [webhook('accounting')],
      },
      wants: isOf('order.paid', 'order.completed'),
    },
    {
      body: { name: 'ERP', events: ['order.created'], channels: [webhook('erp')] },
      wants: isOf('order.created'),
    },
    {
      body: {
        name: 'Marketplace',
        events: ['order.cancelled'],
        channels: [webhook('marketplace', { isClientErrorFinal: true })],
      },
      wants: isOf('order.cancelled'),
    },
    {
      body: {
        name: 'Old partner',
        events: ['product.published', 'product.price_changed'],
        channels: [webhook('partner')],
      },
    },
    {
      body: {
        name: 'Analytics',
        events: ['user.*'],
        retryDelaysSeconds: shortRetries,
        channels: [webhook('analytics')],
      },
    },
  ]
}
