/** Why no lead was made in U-ON, or what is to be said when it was. */
export const uonReasons = {
  busy: {
    en: 'U-ON asks to wait: too many requests',
    ru: 'U-ON просит подождать: слишком много запросов',
  },
  broken: {
    en: 'U-ON answered with an error of its own ({code})',
    ru: 'у U-ON внутренняя ошибка ({code})',
  },
  foreign: {
    en: 'the answer is not one of U-ON ({status}): something stands in between',
    ru: 'ответил не U-ON ({status}): между нами кто-то ещё, например прокси',
  },
  key: { en: 'U-ON does not accept the key: {detail}', ru: 'U-ON не принимает ключ: {detail}' },
  refused: { en: 'U-ON refused it: {detail}', ru: 'U-ON отказал: {detail}' },
  found: {
    en: 'an earlier try had made the lead already: number {id}',
    ru: 'обращение уже создала прошлая попытка: номер {id}',
  },
  phone_as_typed: {
    en: '{phone} is not a phone number, sent as it is',
    ru: '{phone} — не номер телефона, отправлен как есть',
  },
  FLOW_UON_KEY_MISSING: { en: 'no key of U-ON is set.', ru: 'не задан ключ U-ON.' },
  FLOW_UON_KEY_INVALID: {
    en: 'this is not a key of U-ON: keys are letters and digits.',
    ru: 'это не ключ U-ON: в ключе только буквы и цифры.',
  },
  FLOW_UON_NUMBER_INVALID: {
    en: '{text} is not a number of U-ON.',
    ru: '{text} — не номер U-ON: нужны только цифры.',
  },
  FLOW_UON_PERSON_EMPTY: {
    en: 'there is no name, phone or e-mail in this event.',
    ru: 'в этом событии нет ни имени, ни телефона, ни почты.',
  },
  FLOW_UON_FIELD_UNKNOWN: {
    en: '{to} cannot be a field of a lead in U-ON.',
    ru: '{to} не может быть полем обращения в U-ON.',
  },
} as const
