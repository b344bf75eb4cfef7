import type { ChannelField } from '../../../src/index.ts'

/** The form of a webhook, in the order a person fills it in. */
export const webhookFields: readonly ChannelField[] = [
  {
    name: 'url',
    type: 'text',
    isRequired: true,
    label: { en: 'Address (URL)', ru: 'Адрес (URL)' },
    description: {
      en: 'Where the event is posted, for example https://shop.example.com/hook. Ask the developer of the receiving system.',
      ru: 'Куда отправлять событие, например https://shop.example.com/hook. Адрес даёт разработчик принимающей системы.',
    },
  },
  {
    name: 'secret',
    type: 'text',
    isSecret: true,
    label: { en: 'Signing secret', ru: 'Секрет для подписи' },
    description: {
      en: 'Proves to the receiver that the message is really yours. Leave empty: a strong secret is made for you and shown once.',
      ru: 'По нему получатель убеждается, что сообщение действительно от вас. Оставьте пустым: надёжный секрет создастся сам и будет показан один раз.',
    },
  },
  {
    name: 'headers',
    type: 'json',
    isAdvanced: true,
    label: { en: 'Extra headers', ru: 'Дополнительные заголовки' },
    description: {
      en: 'Only if the receiver asks for them, as name and value: {"x-api-key": "abc"}. Values of keys and tokens are hidden in the log.',
      ru: 'Только если их просит получатель, в виде имени и значения: {"x-api-key": "abc"}. Значения ключей и токенов скрываются в журнале.',
    },
  },
  {
    name: 'isClientErrorFinal',
    type: 'checkbox',
    isAdvanced: true,
    defaultValue: false,
    label: { en: 'Treat 4xx answers as final', ru: 'Считать ответы 4xx окончательными' },
    description: {
      en: 'Off: a refusal such as "404 not found" is tried again later, in case the receiver is being repaired. On: it is not tried again.',
      ru: 'Выключено: отказ вроде «404 не найдено» будет повторён позже, вдруг получателя чинят. Включено: повторов не будет.',
    },
  },
  {
    name: 'timeoutSeconds',
    type: 'number',
    isAdvanced: true,
    defaultValue: 15,
    label: { en: 'Wait for an answer, seconds', ru: 'Ждать ответа, секунд' },
    description: {
      en: 'From 1 to 30. If the receiver has not answered by then, the delivery is tried again later.',
      ru: 'От 1 до 30. Если за это время получатель не ответил, доставка повторится позже.',
    },
  },
]
