import type { ChannelField } from '../../../src/index.ts'
import { defaultTitle } from './inAppTarget.ts'

/** The form of a notification, in the order a person fills it in. */
export const inAppFields: readonly ChannelField[] = [
  {
    name: 'audience',
    type: 'select',
    defaultValue: 'user',
    options: [
      { value: 'user', label: { en: 'A user of the event', ru: 'Пользователь из события' } },
      { value: 'staff', label: { en: 'All staff', ru: 'Все сотрудники' } },
      { value: 'admin', label: { en: 'Administrators', ru: 'Администраторы' } },
      { value: 'manager', label: { en: 'Managers', ru: 'Менеджеры' } },
      { value: 'viewer', label: { en: 'Viewers', ru: 'Наблюдатели' } },
    ],
    label: { en: 'For whom', ru: 'Для кого' },
    description: {
      en: 'Staff see it under the bell of this panel, customers where the site shows it.',
      ru: 'Сотрудники увидят его под колокольчиком в этой панели, клиенты — там, где его показывает сайт.',
    },
  },
  {
    name: 'to',
    type: 'text',
    label: { en: 'User', ru: 'Пользователь' },
    description: {
      en: 'Only for "A user of the event". Empty: the customer or the user of the document. Otherwise an id, for example {{ data.current.author }}',
      ru: 'Только для «Пользователь из события». Если пусто — покупатель или пользователь из документа. Иначе номер, например {{ data.current.author }}',
    },
  },
  {
    name: 'title',
    type: 'text',
    messagePart: 'subject',
    isRequired: true,
    defaultValue: defaultTitle,
    label: { en: 'Title', ru: 'Заголовок' },
    description: {
      en: 'One line, for example: Order {{ data.current.number }} is paid',
      ru: 'Одна строка, например: Заказ {{ data.current.number }} оплачен',
    },
  },
  {
    name: 'text',
    type: 'textarea',
    messagePart: 'text',
    label: { en: 'Text', ru: 'Текст' },
    description: {
      en: 'Plain text, at most 2000 characters; may stay empty.',
      ru: 'Обычный текст, не больше 2000 знаков; можно оставить пустым.',
    },
  },
  {
    name: 'link',
    type: 'text',
    messagePart: 'buttonUrl',
    label: { en: 'Link', ru: 'Ссылка' },
    description: {
      en: 'A page of this site (/account/orders/{{ data.current.id }}) or an https address. Empty: for staff the document of the event.',
      ru: 'Страница этого сайта (/account/orders/{{ data.current.id }}) или адрес с https. Если пусто, сотрудникам откроется документ события.',
    },
  },
  {
    name: 'level',
    type: 'select',
    defaultValue: 'info',
    options: [
      { value: 'info', label: { en: 'News', ru: 'Новость' } },
      { value: 'success', label: { en: 'Success', ru: 'Успех' } },
      { value: 'warning', label: { en: 'Warning', ru: 'Предупреждение' } },
      { value: 'error', label: { en: 'Trouble', ru: 'Проблема' } },
    ],
    label: { en: 'Kind', ru: 'Вид' },
    description: {
      en: 'Its colour and icon in the list.',
      ru: 'Цвет и значок в списке.',
    },
  },
]
