import type { ChannelField } from '../../../src/index.ts'
import { defaultSlackText } from './slackTarget.ts'

/** The form of a Slack message, in the order a person fills it in. */
export const slackFields: readonly ChannelField[] = [
  {
    name: 'webhookUrl',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'Webhook address', ru: 'Адрес вебхука' },
    description: {
      en: 'Made in Slack under "Incoming Webhooks", for example https://hooks.slack.com/services/T…/B…/…. Whoever knows it can post. May stay empty when SLACK_WEBHOOK_URL is set on the server.',
      ru: 'Создаётся в Slack в разделе Incoming Webhooks, например https://hooks.slack.com/services/T…/B…/…. Кто его знает, может писать в канал. Можно оставить пустым, если на сервере задана переменная SLACK_WEBHOOK_URL.',
    },
  },
  {
    name: 'text',
    messagePart: 'text',
    type: 'textarea',
    isRequired: true,
    defaultValue: defaultSlackText,
    label: { en: 'Text', ru: 'Текст' },
    description: {
      en: 'For example: *New order* {{ data.current.id }} <https://shop.example.com|open>. <!channel> in the text alerts everybody; in a value of the event it does not.',
      ru: 'Например: *Новый заказ* {{ data.current.id }} <https://shop.example.com|открыть>. <!channel> в тексте позовёт всех, а в значении из события — нет.',
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
    name: 'blocks',
    type: 'code',
    isAdvanced: true,
    label: { en: 'Blocks (JSON)', ru: 'Блоки (JSON)' },
    description: {
      en: 'A designed message from Block Kit Builder, an array: [{"type":"header","text":{"type":"plain_text","text":"Order {{ data.current.id }}"}}]. The text above is then shown in notifications.',
      ru: 'Оформленное сообщение из Block Kit Builder, массив: [{"type":"header","text":{"type":"plain_text","text":"Заказ {{ data.current.id }}"}}]. Текст выше тогда виден в уведомлениях.',
    },
  },
  {
    name: 'isPreviewHidden',
    type: 'checkbox',
    isAdvanced: true,
    defaultValue: false,
    label: { en: 'Without link previews', ru: 'Без предпросмотра ссылок' },
    description: {
      en: 'Links stay links, and nothing is shown of the page behind them.',
      ru: 'Ссылки останутся, но карточка страницы под сообщением не появится.',
    },
  },
]
