import type { ChannelField } from '../../../src/index.ts'
import { defaultDiscordText } from './discordTarget.ts'

/** The form of a Discord message, in the order a person fills it in. */
export const discordFields: readonly ChannelField[] = [
  {
    name: 'webhookUrl',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Webhook address', ru: 'Адрес вебхука' },
    description: {
      en: 'From the settings of the channel, "Integrations", for example https://discord.com/api/webhooks/123…/…. Whoever knows it can post. May stay empty when DISCORD_WEBHOOK_URL is set on the server.',
      ru: 'Из настроек канала, раздел «Интеграция», например https://discord.com/api/webhooks/123…/…. Кто его знает, может писать в канал. Можно оставить пустым, если на сервере задана переменная DISCORD_WEBHOOK_URL.',
    },
  },
  {
    name: 'text',
    messagePart: 'text',
    type: 'textarea',
    isRequired: true,
    defaultValue: defaultDiscordText,
    label: { en: 'Text', ru: 'Текст' },
    description: {
      en: 'For example: **New order** {{ data.current.id }}. Up to 2000 characters, 4096 with a title. A mention in the text, @here or <@&role id>, alerts people; in a value of the event it does not.',
      ru: 'Например: **Новый заказ** {{ data.current.id }}. До 2000 знаков, с заголовком — до 4096. Упоминание в тексте, @here или <@&номер роли>, позовёт людей, а в значении из события — нет.',
    },
  },
  {
    name: 'room',
    type: 'text',
    label: { en: 'Channel', ru: 'Канал' },
    description: {
      en: 'For your lists only, for example #sales: the address above decides where messages go.',
      ru: 'Только для ваших списков, например #продажи: куда уйдёт сообщение, решает адрес выше.',
    },
  },
  {
    name: 'title',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Title', ru: 'Заголовок' },
    description: {
      en: 'Makes the message a card, for example: Order {{ data.current.id }}',
      ru: 'С ним сообщение станет карточкой, например: Заказ {{ data.current.id }}',
    },
  },
  {
    name: 'titleUrl',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Link of the title', ru: 'Ссылка заголовка' },
    description: {
      en: 'For example https://shop.example.com/admin/collections/orders/{{ data.current.id }}',
      ru: 'Например https://shop.example.com/admin/collections/orders/{{ data.current.id }}',
    },
  },
  {
    name: 'colour',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Colour of the card', ru: 'Цвет карточки' },
    description: { en: 'For example #2ecc71.', ru: 'Например #2ecc71.' },
  },
  {
    name: 'username',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Name of the sender', ru: 'Имя отправителя' },
    description: {
      en: 'Instead of the webhook’s own, for example: Shop. The word "discord" is not allowed in it.',
      ru: 'Вместо имени вебхука, например: Магазин. Слово «discord» в нём запрещено.',
    },
  },
  {
    name: 'avatarUrl',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Picture of the sender', ru: 'Картинка отправителя' },
    description: {
      en: 'An address on the web, for example https://shop.example.com/logo.png',
      ru: 'Адрес в интернете, например https://shop.example.com/logo.png',
    },
  },
  {
    name: 'threadId',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Thread', ru: 'Ветка' },
    description: {
      en: 'Id of a thread or of a forum post, for example 1130000000000000000.',
      ru: 'Номер ветки или публикации форума, например 1130000000000000000.',
    },
  },
  {
    name: 'threadName',
    type: 'text',
    isAdvanced: true,
    label: { en: 'New forum post', ru: 'Новая публикация форума' },
    description: {
      en: 'For webhooks of a forum: every message opens a post with this title, for example: Order {{ data.current.id }}',
      ru: 'Для вебхуков форума: каждое сообщение откроет публикацию с таким названием, например: Заказ {{ data.current.id }}',
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
    name: 'isPreviewHidden',
    type: 'checkbox',
    isAdvanced: true,
    defaultValue: false,
    label: { en: 'Without link previews', ru: 'Без предпросмотра ссылок' },
    description: {
      en: 'Only for messages without a title: the card itself is a preview to Discord.',
      ru: 'Только для сообщений без заголовка: карточку Discord тоже считает предпросмотром.',
    },
  },
]
