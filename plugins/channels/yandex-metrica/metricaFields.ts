import type { ChannelField } from '../../../src/index.ts'

/** The form of Yandex Metrica, in the order a person fills it in. */
export const metricaFields: readonly ChannelField[] = [
  {
    name: 'counterId',
    type: 'text',
    isCredential: true,
    label: { en: 'Number of the tag', ru: 'Номер счётчика' },
    description: { en: 'For example 12345678.', ru: 'Например 12345678.' },
  },
  {
    name: 'token',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'OAuth token', ru: 'OAuth-токен' },
    description: {
      en: 'Of an application with the right metrika:write, given by somebody who may edit the tag.',
      ru: 'Приложения с правом metrika:write, выданный тем, кто может редактировать счётчик.',
    },
  },
  {
    name: 'mapping',
    type: 'json',
    editor: 'mapping',
    suggestions: ['ClientId', 'UserId', 'Yclid', 'Target', 'DateTime', 'Price', 'Currency'],
    label: { en: 'Fields', ru: 'Поля' },
    description: {
      en: 'Target is the id of a JavaScript goal with the condition "matches"; by itself it is the event’s name, such as order_paid. The visitor is ClientId (cookie _ym_uid), UserId or Yclid; the first of them that has a value is sent.',
      ru: 'Target — идентификатор цели «JavaScript-событие» с условием «совпадает»; сам по себе это имя события, например order_paid. Посетитель — ClientId (cookie _ym_uid), UserId или Yclid; уходит первый, у которого есть значение.',
    },
  },
]
