import type { enInbox } from './enInbox.ts'

const plural = new Intl.PluralRules('ru')
const unread: Record<string, string> = {
  one: 'непрочитанное уведомление',
  few: 'непрочитанных уведомления',
}
const counted = (count: number): string =>
  `${count} ${unread[plural.select(count)] ?? 'непрочитанных уведомлений'}`

/** The same in Russian. */
export const ruInbox: typeof enInbox = {
  inbox: {
    title: 'Уведомления',
    withUnread: (count) => `Уведомления, непрочитанных: ${count}`,
    unreadCount: counted,
    unreadOne: 'Не прочитано',
    markAll: 'Отметить все прочитанными',
    seeAll: 'Все уведомления',
    loading: 'Загрузка…',
    empty: 'Пока ничего нет.',
    level: {
      info: 'Новость',
      success: 'Успех',
      warning: 'Предупреждение',
      error: 'Проблема',
    },
  },
}
