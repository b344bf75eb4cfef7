/** Why a notification was not put, or what is to be said about one that was. */
export const inAppReasons = {
  user_unknown: {
    en: 'there is no user {user} who could sign in',
    ru: 'нет пользователя {user}, который мог бы войти на сайт',
  },
  nobody: {
    en: 'nobody has the role {role}',
    ru: 'ни у кого нет роли «{role}»',
  },
  nobody_on_staff: { en: 'there is no staff', ru: 'на сайте нет сотрудников' },
  addressed: { en: 'for {count} people', ru: 'получателей: {count}' },
  already_there: {
    en: 'everybody had it already, from an earlier try',
    ru: 'у всех оно уже было после прошлой попытки',
  },
  link_left_out: {
    en: 'the link is neither a path of this site nor an https address, left out',
    ru: 'ссылка не похожа ни на путь этого сайта, ни на адрес https и пропущена',
  },
  cut: {
    en: 'what was too long was cut',
    ru: 'слишком длинное обрезано',
  },
  not_kept: {
    en: 'the notification could not be written: {detail}',
    ru: 'уведомление не удалось записать: {detail}',
  },
  aborted: {
    en: 'the database did not answer in the time of one try; it may have taken the notification',
    ru: 'база данных не ответила за время одной попытки; уведомление она могла и принять',
  },
  FLOW_IN_APP_RECIPIENT_EMPTY: {
    en: 'there is nobody to tell: the value in "User" is empty for this event.',
    ru: 'сообщать некому: значение в поле «Пользователь» для этого события пустое.',
  },
  FLOW_IN_APP_LINK_INVALID: {
    en: '{link} is not a link that may be shown.',
    ru: '{link} — не ссылка, которую можно показать: укажите путь, например /account/orders, или адрес с https://.',
  },
  FLOW_INBOX_MESSAGE_INVALID: {
    en: "the notification's {field} cannot be kept",
    ru: 'уведомление нельзя сохранить из-за поля {field}',
  },
  FLOW_INBOX_ROLES_MISSING: {
    en: 'users have no roles here, so nobody is a {role}',
    ru: 'у пользователей этого сайта нет ролей, поэтому роли «{role}» нет ни у кого',
  },
} as const
