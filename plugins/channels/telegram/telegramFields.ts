import type { ChannelField } from '../../../src/index.ts'
import { defaultTelegramText } from './telegramTarget.ts'

/** The form of a Telegram message, in the order a person fills it in. */
export const telegramFields: readonly ChannelField[] = [
  {
    name: 'botToken',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Bot token', ru: 'Токен бота' },
    description: {
      en: 'Given by @BotFather, for example 123456789:AAF…. May stay empty when TELEGRAM_BOT_TOKEN is set on the server.',
      ru: 'Выдаёт @BotFather, например 123456789:AAF…. Можно оставить пустым, если на сервере задана переменная TELEGRAM_BOT_TOKEN.',
    },
  },
  {
    name: 'chatId',
    type: 'text',
    isRequired: true,
    label: { en: 'Chat', ru: 'Чат' },
    description: {
      en: 'Id of a chat such as -1001234567890, or @name of a public channel or group. The bot must be in it. To write to the customer of the event: {{ data.current.telegramId }}',
      ru: 'Номер чата, например -1001234567890, или @имя открытого канала или группы. Бот должен в нём состоять. Чтобы написать покупателю из события: {{ data.current.telegramId }}',
    },
  },
  {
    name: 'text',
    messagePart: 'text',
    type: 'textarea',
    isRequired: true,
    defaultValue: defaultTelegramText,
    label: { en: 'Text', ru: 'Текст' },
    description: {
      en: 'For example: <b>New order {{ data.current.id }}</b>. One message holds 4096 characters.',
      ru: 'Например: <b>Новый заказ {{ data.current.id }}</b>. В одном сообщении помещается 4096 знаков.',
    },
  },
  {
    name: 'format',
    type: 'select',
    isAdvanced: true,
    defaultValue: 'html',
    options: [
      { value: 'html', label: { en: 'With tags: <b>, <i>, <a>', ru: 'С тегами: <b>, <i>, <a>' } },
      {
        value: 'markdown',
        label: { en: 'Markdown: *bold*, _italic_', ru: 'Markdown: *жирный*, _курсив_' },
      },
      { value: 'plain', label: { en: 'Plain text', ru: 'Простой текст' } },
    ],
    label: { en: 'Formatting', ru: 'Оформление' },
    description: {
      en: 'With tags and in Markdown, values of the event are escaped. As plain text, both are shown as they are written.',
      ru: 'С тегами и в Markdown значения из события экранируются. В простом тексте и то и другое видно как есть.',
    },
  },
  {
    name: 'overlong',
    type: 'select',
    isAdvanced: true,
    defaultValue: 'cut',
    options: [
      { value: 'cut', label: { en: 'Cut it', ru: 'Обрезать' } },
      { value: 'split', label: { en: 'Several messages', ru: 'Несколько сообщений' } },
      { value: 'refuse', label: { en: 'Do not send it', ru: 'Не отправлять' } },
    ],
    label: { en: 'A text that is too long', ru: 'Слишком длинный текст' },
    description: {
      en: 'As several messages: ten at most. When one of them fails, all are sent again, so the first ones may come twice.',
      ru: 'Несколькими сообщениями — не больше десяти. Если одно не уйдёт, все отправятся снова: первые могут прийти дважды.',
    },
  },
  {
    name: 'buttonText',
    messagePart: 'buttonText',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Button', ru: 'Кнопка' },
    description: {
      en: 'Words of a button under the message, for example: Open the order. Needs its address below.',
      ru: 'Надпись на кнопке под сообщением, например: Открыть заказ. Адрес укажите ниже.',
    },
  },
  {
    name: 'buttonUrl',
    messagePart: 'buttonUrl',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Address of the button', ru: 'Адрес для кнопки' },
    description: {
      en: 'For example https://shop.example.com/admin/collections/orders/{{ data.current.id }}',
      ru: 'Например https://shop.example.com/admin/collections/orders/{{ data.current.id }}',
    },
  },
  {
    name: 'previewUrl',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Page or picture above the text', ru: 'Страница или картинка над текстом' },
    description: {
      en: 'An address that Telegram can open, for example https://shop.example.com/products/{{ data.current.slug }}',
      ru: 'Адрес, который откроется из интернета, например https://shop.example.com/products/{{ data.current.slug }}',
    },
  },
  {
    name: 'isPreviewHidden',
    type: 'checkbox',
    isAdvanced: true,
    defaultValue: false,
    label: { en: 'Without link previews', ru: 'Без предпросмотра ссылок' },
    description: {
      en: 'Links in the text stay links, and nothing is shown of the page behind them.',
      ru: 'Ссылки в тексте останутся, но карточка страницы под сообщением не появится.',
    },
  },
  {
    name: 'threadId',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Topic', ru: 'Тема' },
    description: {
      en: 'Number of a topic in a group with topics, for example 42: the second number in a link to the topic. Empty: General.',
      ru: 'Номер темы в группе с темами, например 42: второе число в ссылке на тему. Если пусто — общая тема.',
    },
  },
  {
    name: 'isSilent',
    type: 'checkbox',
    isAdvanced: true,
    defaultValue: false,
    label: { en: 'Without sound', ru: 'Без звука' },
    description: { en: 'Good for reports at night.', ru: 'Удобно для ночных отчётов.' },
  },
  {
    name: 'isProtected',
    type: 'checkbox',
    isAdvanced: true,
    defaultValue: false,
    label: { en: 'Forbid forwarding', ru: 'Запретить пересылку' },
    description: {
      en: 'The message can be neither forwarded nor saved.',
      ru: 'Сообщение нельзя будет переслать и сохранить.',
    },
  },
]
