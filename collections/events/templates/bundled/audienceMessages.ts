import type { BundledMessage } from './bundledMessage.ts'

/** EV-31, readers and users: new subscriber, high open rate, inactive user, returned user. */
export const audienceMessages: readonly BundledMessage[] = [
  {
    key: 'new-subscriber',
    event: 'newsletter.subscribed',
    name: { en: 'New newsletter subscriber', ru: 'Новый подписчик рассылки' },
    subject: { en: 'A new subscriber', ru: 'Новый подписчик' },
    text: {
      en: `📬 {{ data.current.name | default: data.current.email }} has subscribed ({{ data.current.email }}).
Source: {{ data.current.source | default: "unknown" }}`,
      ru: `📬 {{ data.current.name | default: data.current.email }} теперь читает рассылку ({{ data.current.email }}).
Источник: {{ data.current.source | default: "неизвестен" }}`,
    },
  },
  {
    key: 'high-open-rate',
    event: 'campaign.high_open_rate',
    name: { en: 'High open rate', ru: 'Высокая открываемость' },
    subject: {
      en: 'High open rate: {{ data.current.title }}',
      ru: 'Высокая открываемость: {{ data.current.title }}',
    },
    text: {
      en: `📈 {{ data.current.title }}
Opened: {{ data.openRate }} %, {{ data.opened }} of {{ data.delivered }}

Worth sending to more people.`,
      ru: `📈 {{ data.current.title }}
Открыли {{ data.openRate }} %: {{ data.opened }} из {{ data.delivered }}

Стоит отправить большему числу людей.`,
    },
  },
  {
    key: 'inactive-user',
    event: 'user.inactive_7d',
    name: { en: 'Inactive user', ru: 'Неактивный пользователь' },
    subject: { en: 'We miss you', ru: 'Мы скучаем' },
    text: {
      en: `👋 Hello, {{ data.current.name | default: "friend" }}! We have not seen you for {{ data.inactiveDays }} days.

Come and see what is new.`,
      ru: `👋 Здравствуйте, {{ data.current.name | default: "друг" }}! Мы не виделись, дней: {{ data.inactiveDays }}.

Загляните посмотреть, что нового.`,
    },
  },
  {
    key: 'returned-user',
    event: 'user.returned',
    name: { en: 'Returned user', ru: 'Вернувшийся пользователь' },
    subject: { en: 'Good to see you again', ru: 'Рады снова вас видеть' },
    text: {
      en: `🎉 Welcome back, {{ data.current.name | default: "friend" }}! It has been {{ data.inactiveDays }} days.`,
      ru: `🎉 С возвращением, {{ data.current.name | default: "друг" }}! Прошло дней: {{ data.inactiveDays }}.`,
    },
  },
]
