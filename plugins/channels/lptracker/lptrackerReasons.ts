/** Why nothing was written to LPTracker, or what is to be said when it was. */
export const lptrackerReasons = {
  busy: {
    en: 'LPTracker asks to wait: too many requests',
    ru: 'LPTracker просит подождать: слишком много запросов',
  },
  broken: {
    en: 'LPTracker answered with an error of its own ({code})',
    ru: 'у LPTracker внутренняя ошибка ({code})',
  },
  foreign: {
    en: 'the answer is not one of LPTracker ({status}): something stands in between',
    ru: 'ответил не LPTracker ({status}): между нами кто-то ещё, например прокси',
  },
  login: {
    en: 'LPTracker does not accept the login or the password: {detail}',
    ru: 'LPTracker не принимает логин или пароль: {detail}',
  },
  token: {
    en: 'LPTracker does not accept the token that it has just given: {detail}',
    ru: 'LPTracker не принимает токен, который сам только что выдал: {detail}',
  },
  project: {
    en: 'the account has no project {project}',
    ru: 'в аккаунте нет проекта {project}',
  },
  refused: { en: 'LPTracker refused it: {detail}', ru: 'LPTracker отказал: {detail}' },
  changed: {
    en: 'lead {id} was there already and was changed',
    ru: 'лид {id} уже был, он изменён',
  },
  gone: {
    en: 'lead {id} is no longer there',
    ru: 'лида {id} больше нет',
  },
  contact_found: {
    en: 'the contact was there already: number {id}',
    ru: 'такой контакт уже был: номер {id}',
  },
  phone_left_out: {
    en: '{phone} is not a phone number, left out',
    ru: '{phone} — не номер телефона, пропущен',
  },
  FLOW_LPTRACKER_LOGIN_MISSING: {
    en: 'the login of LPTracker is not set.',
    ru: 'не задан логин LPTracker.',
  },
  FLOW_LPTRACKER_PASSWORD_MISSING: {
    en: 'the password of LPTracker is not set.',
    ru: 'не задан пароль LPTracker.',
  },
  FLOW_LPTRACKER_NUMBER_INVALID: {
    en: '{text} is not a number of LPTracker.',
    ru: '{text} — не номер LPTracker: нужны только цифры.',
  },
  FLOW_LPTRACKER_TITLE_EMPTY: {
    en: 'the name of the lead is empty for this event.',
    ru: 'название лида для этого события пустое.',
  },
  FLOW_LPTRACKER_CONTACT_EMPTY: {
    en: 'there is neither a phone nor an e-mail in this event.',
    ru: 'в этом событии нет ни телефона, ни почты.',
  },
  FLOW_LPTRACKER_FIELD_UNKNOWN: {
    en: '{to} is not a field of a lead in LPTracker.',
    ru: '{to} — не поле лида в LPTracker.',
  },
} as const
