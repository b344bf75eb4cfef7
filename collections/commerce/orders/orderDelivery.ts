import type { Field } from 'payload'

/** How an order is paid, how it gets to its buyer and where to. */
export const orderDelivery: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'deliveryMethod',
        type: 'select',
        label: { en: 'Delivery', ru: 'Доставка' },
        index: true,
        options: [
          { value: 'pickup', label: { en: 'Pickup', ru: 'Самовывоз' } },
          { value: 'courier', label: { en: 'Courier', ru: 'Курьер' } },
          { value: 'post', label: { en: 'Post', ru: 'Почта' } },
          { value: 'parcel_locker', label: { en: 'Parcel locker', ru: 'Постамат' } },
          { value: 'digital', label: { en: 'Nothing to deliver', ru: 'Не требуется' } },
        ],
      },
      {
        name: 'paymentMethod',
        type: 'select',
        label: { en: 'Payment', ru: 'Оплата' },
        index: true,
        options: [
          { value: 'card', label: { en: 'Card', ru: 'Картой' } },
          { value: 'sbp', label: { en: 'Faster payments (SBP)', ru: 'СБП' } },
          { value: 'cash', label: { en: 'Cash', ru: 'Наличными' } },
          { value: 'on_delivery', label: { en: 'On delivery', ru: 'При получении' } },
          { value: 'invoice', label: { en: 'Invoice', ru: 'По счёту' } },
        ],
      },
    ],
  },
  {
    name: 'shippingAddress',
    type: 'group',
    label: { en: 'Shipping address', ru: 'Адрес доставки' },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'country', type: 'text', label: { en: 'Country', ru: 'Страна' } },
          { name: 'region', type: 'text', label: { en: 'Region', ru: 'Регион' } },
          { name: 'city', type: 'text', label: { en: 'City', ru: 'Город' }, index: true },
          { name: 'postalCode', type: 'text', label: { en: 'Postal code', ru: 'Индекс' } },
        ],
      },
      {
        name: 'street',
        type: 'text',
        label: { en: 'Street, house, flat', ru: 'Улица, дом, квартира' },
      },
      {
        name: 'recipient',
        type: 'text',
        label: { en: 'Recipient, if not the buyer', ru: 'Получатель, если не покупатель' },
      },
      {
        name: 'comment',
        type: 'textarea',
        label: { en: 'For the courier', ru: 'Для курьера' },
      },
    ],
  },
]
