/** Why a conversion was not taken. */
export const metricaReasons = {
  busy: {
    en: 'Metrica asks to wait: the quota is used up',
    ru: 'Метрика просит подождать: исчерпана квота',
  },
  broken: { en: 'Metrica has trouble of its own ({status})', ru: 'у Метрики неполадка ({status})' },
  foreign: {
    en: 'the answer is not Metrica’s ({status}): something stands in between',
    ru: 'ответила не Метрика ({status}): между нами кто-то ещё, например прокси',
  },
  token: {
    en: 'the token may not do this with the tag: {detail}',
    ru: 'с этим токеном нельзя работать со счётчиком: {detail}',
  },
  refused: { en: 'Metrica refused it: {detail}', ru: 'Метрика не приняла: {detail}' },
  not_linked: {
    en: 'Metrica took the file, but could not link it ({status})',
    ru: 'Метрика взяла файл, но связать его не смогла ({status})',
  },
  empty: {
    en: 'Metrica took the file, but found no row in it',
    ru: 'Метрика взяла файл, но не нашла в нём ни одной строки',
  },
  FLOW_METRICA_ACCOUNT_MISSING: {
    en: 'the number of the tag or the token is not set.',
    ru: 'не задан номер счётчика или токен.',
  },
  FLOW_METRICA_COUNTER_INVALID: {
    en: 'the number of a tag is digits only.',
    ru: 'номер счётчика состоит только из цифр.',
  },
  FLOW_METRICA_VISITOR_MISSING: {
    en: 'nothing in the event says who the visitor is.',
    ru: 'в событии нет ничего, по чему можно узнать посетителя.',
  },
  FLOW_METRICA_FIELD_INVALID: {
    en: 'the value for {field} is missing or not what Metrica takes.',
    ru: 'значения поля {field} нет, или оно не подходит для Метрики.',
  },
} as const
