/** Reserved by RFC 6761: no such host can ever be, so nothing leaves this machine. */
const nowhere = 'https://hooks.zerno.invalid'

/**
 * Who is told of events. Letters stay in the local outbox and are written only where they do; the warehouse's webhook fails
 * throughout the history and is switched off at its end.
 */
export const eventSubscriptions: readonly {
  name: string
  isEnabled: boolean
  isMail?: true
  data: Record<string, unknown>
}[] = [
  {
    name: 'manager-orders',
    isEnabled: true,
    isMail: true,
    data: {
      name: 'Крупные заказы — менеджеру',
      description: 'Письма остаются в локальном ящике, пока не задан SMTP_URL.',
      events: ['order.created'],
      filters: [{ field: 'data.current.total.ru.amount', operator: 'gt', value: 5_000 }],
      channels: [
        {
          blockType: 'email',
          to: 'anna@zerno.example',
          subject: 'Заказ {{ data.current.number }}: {{ data.current.total.ru.amount }} ₽',
          body: 'Покупатель: {{ data.current.customerName }}\nСтатус: {{ data.current.status }}',
        },
      ],
    },
  },
  {
    name: 'manager-reviews',
    isEnabled: true,
    isMail: true,
    data: {
      name: 'Плохие отзывы — менеджеру',
      events: ['review.created'],
      filters: [{ field: 'data.current.rating', operator: 'lte', value: 2 }],
      channels: [
        {
          blockType: 'email',
          to: 'anna@zerno.example',
          subject: 'Отзыв на {{ data.current.rating }}: {{ data.current.title }}',
          body: '{{ data.current.text }}',
        },
      ],
    },
  },
  {
    name: 'warehouse',
    isEnabled: true,
    data: {
      name: 'Склад: отменённые заказы',
      description: 'Выключена: адрес не существует. Впишите свой и включите.',
      retryDelaysSeconds: [0, 1],
      events: ['order.cancelled'],
      channels: [{ blockType: 'webhook', url: `${nowhere}/warehouse` }],
    },
  },
  {
    name: 'crm',
    isEnabled: false,
    data: {
      name: 'CRM: заявки',
      events: ['lead.*', 'form.submitted'],
      channels: [{ blockType: 'webhook', url: `${nowhere}/crm` }],
    },
  },
  {
    name: 'school',
    isEnabled: false,
    data: {
      name: 'Школа: выпускники',
      events: ['course.completed', 'certificate.issued'],
      channels: [
        { blockType: 'webhook', url: `${nowhere}/school` },
        {
          blockType: 'email',
          to: 'olga@zerno.example',
          subject: 'Новый выпускник',
          body: 'Событие {{ type }}, документ {{ meta.documentId }}.',
        },
      ],
    },
  },
]
