/** Why an event was not taken, or what is to be said about one that was. */
export const ga4Reasons = {
  busy: { en: 'Google asks to wait ({status})', ru: 'Google просит подождать ({status})' },
  broken: { en: 'Google has trouble of its own ({status})', ru: 'у Google неполадка ({status})' },
  refused: {
    en: 'Google refused the request ({status})',
    ru: 'Google не принял запрос ({status})',
  },
  foreign: {
    en: 'the answer is not Google’s ({status}): something stands in between',
    ru: 'ответил не Google ({status}): между нами кто-то ещё, например прокси',
  },
  invalid: { en: 'Google finds a mistake: {detail}', ru: 'Google нашёл ошибку: {detail}' },
  client_made: {
    en: 'the event names no visitor (client_id), so one was made of the person; visits and this event are not joined',
    ru: 'в событии нет номера посетителя (client_id), он составлен из данных о человеке; с визитами событие не свяжется',
  },
  FLOW_GA4_ACCOUNT_MISSING: {
    en: 'the measurement id or the API secret is not set.',
    ru: 'не задан идентификатор показателя или секрет API.',
  },
  FLOW_GA4_MEASUREMENT_ID_INVALID: {
    en: 'a measurement id reads like G-AB12CD34EF.',
    ru: 'идентификатор показателя выглядит как G-AB12CD34EF.',
  },
  FLOW_GA4_EVENT_INVALID: {
    en: 'Google would drop this event without a word: {place}: {problem}.',
    ru: 'Google молча отбросит это событие: {place}: {problem}.',
  },
  FLOW_GA4_PERSONAL_DATA: {
    en: '{place} holds an e-mail address, which Google Analytics forbids.',
    ru: 'в {place} адрес почты, а Google Analytics это запрещает.',
  },
  FLOW_GA4_TOO_OLD: {
    en: 'Google takes no event older than {hours} hours.',
    ru: 'Google не принимает события старше {hours} ч.',
  },
} as const
