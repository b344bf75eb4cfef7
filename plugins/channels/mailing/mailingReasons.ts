/** Why a person was not put on a list, or what is to be said about one who was. */
export const mailingReasons = {
  busy: {
    en: '{service} asks to wait: too many requests',
    ru: '{service} просит подождать: слишком много запросов',
  },
  broken: {
    en: '{service} answered with an error of its own ({code})',
    ru: 'у {service} внутренняя ошибка ({code})',
  },
  foreign: {
    en: 'the answer is not one of {service} ({status}): something stands in between',
    ru: 'ответил не {service} ({status}): между нами кто-то ещё, например прокси',
  },
  account: {
    en: '{service} does not accept the key: {detail}',
    ru: '{service} не принимает ключ: {detail}',
  },
  list: {
    en: '{service} has no such list: {detail}',
    ru: 'в {service} нет такого списка: {detail}',
  },
  money: { en: '{service} asks for money: {detail}', ru: '{service} просит оплату: {detail}' },
  refused: { en: '{service} refused it: {detail}', ru: '{service} отказал: {detail}' },
  already: { en: 'the address was on the list already', ru: 'адрес уже был в списке' },
  warned: { en: 'taken, with a remark: {detail}', ru: 'принято с замечанием: {detail}' },
  phone_left_out: {
    en: '{phone} is not a phone number, left out',
    ru: '{phone} — не номер телефона, пропущен',
  },
  FLOW_MAILING_KEY_MISSING: {
    en: 'no key of the mailing service is set.',
    ru: 'не задан ключ сервиса рассылок.',
  },
  FLOW_MAILING_KEY_INVALID: {
    en: 'this is not a key: it has blanks or line breaks in it.',
    ru: 'это не ключ: в нём есть пробелы или переносы строк.',
  },
  FLOW_MAILING_ACCOUNT_MISSING: {
    en: 'SendPulse needs an id beside the secret.',
    ru: 'SendPulse нужен ID рядом с секретом.',
  },
  FLOW_MAILING_LIST_INVALID: {
    en: '{list} is not a list of {service}.',
    ru: '{list} — не список сервиса {service}.',
  },
  FLOW_MAILING_EMAIL_INVALID: {
    en: '{email} is not an e-mail address.',
    ru: '{email} — не адрес почты.',
  },
  FLOW_MAILING_FIELDS_INVALID: {
    en: 'the other fields are not a JSON object: {problem}.',
    ru: 'другие поля — не объект JSON: {problem}.',
  },
} as const
