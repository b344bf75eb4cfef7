/** Why a conversion was not counted, or what is to be said about one that was. */
export const metaReasons = {
  busy: {
    en: 'Meta asks to wait: too many calls ({code})',
    ru: 'Meta просит подождать: слишком много запросов ({code})',
  },
  broken: { en: 'Meta has trouble of its own ({code})', ru: 'у Meta временная неполадка ({code})' },
  foreign: {
    en: 'the answer is not Meta’s ({status}): something stands in between',
    ru: 'ответила не Meta ({status}): между нами кто-то ещё, например прокси',
  },
  token: {
    en: 'Meta does not accept the access token: {detail}',
    ru: 'Meta не принимает токен доступа: {detail}',
  },
  refused: { en: 'Meta refused the event: {detail}', ru: 'Meta не приняла событие: {detail}' },
  not_received: {
    en: 'Meta said yes, but counted no event',
    ru: 'Meta ответила успехом, но событие не засчитала',
  },
  said: { en: 'Meta remarks: {detail}', ru: 'замечание Meta: {detail}' },
  user_unfit: {
    en: 'left out, because Meta would not take the value: {fields}',
    ru: 'опущено, потому что Meta не примет значение: {fields}',
  },
  FLOW_META_ACCOUNT_MISSING: {
    en: 'the pixel id or the access token is not set.',
    ru: 'не задан номер пикселя или токен доступа.',
  },
  FLOW_META_DATASET_INVALID: {
    en: 'the id of a pixel or dataset is digits only.',
    ru: 'номер пикселя или набора данных состоит только из цифр.',
  },
  FLOW_META_FIELD_MISSING: {
    en: 'Meta needs the field {field} for this event.',
    ru: 'для этого события Meta нужно поле {field}.',
  },
  FLOW_META_FIELD_INVALID: {
    en: 'the value for {field} is not what Meta takes.',
    ru: 'значение поля {field} не подходит для Meta.',
  },
  FLOW_META_USER_MISSING: {
    en: 'nothing in the event says who the person is.',
    ru: 'в событии нет ничего, по чему можно узнать человека.',
  },
  FLOW_META_TOO_OLD: {
    en: 'Meta takes no event older than {days} days.',
    ru: 'Meta не принимает события старше {days} дн.',
  },
} as const
