/** Why nothing was written to Bitrix24, or what is to be said when it was. */
export const bitrixReasons = {
  busy: {
    en: 'Bitrix24 asks to wait: too many requests ({code})',
    ru: 'Битрикс24 просит подождать: слишком много запросов ({code})',
  },
  broken: {
    en: 'Bitrix24 answered with an error of its own ({code})',
    ru: 'у Битрикс24 внутренняя ошибка ({code})',
  },
  foreign: {
    en: 'the answer is not one of Bitrix24 ({status}): something stands in between',
    ru: 'ответил не Битрикс24 ({status}): между нами кто-то ещё, например прокси',
  },
  webhook: {
    en: 'Bitrix24 does not know this webhook; it may have been deleted or has expired',
    ru: 'Битрикс24 не знает такого вебхука: он удалён или истёк',
  },
  forbidden: {
    en: 'the webhook lacks rights, or the plan has no REST API: {detail}',
    ru: 'вебхуку не хватает прав, или на тарифе нет REST API: {detail}',
  },
  blocked: {
    en: 'Bitrix24 has blocked the portal’s REST API because of load: {detail}',
    ru: 'Битрикс24 заблокировал REST API портала из-за нагрузки: {detail}',
  },
  gone: { en: 'the portal was deleted', ru: 'портал удалён' },
  moved: {
    en: 'the portal has moved to {host}; put the new address into the subscription',
    ru: 'портал переехал на {host}; укажите в подписке новый адрес',
  },
  refused: { en: 'Bitrix24 refused it: {detail}', ru: 'Битрикс24 отказал: {detail}' },
  changed: {
    en: 'number {id} was there already and was changed',
    ru: 'номер {id} уже был, он изменён',
  },
  object_gone: {
    en: 'number {id} is no longer there',
    ru: 'номера {id} больше нет',
  },
  contact_found: {
    en: 'the contact was there already: number {id}',
    ru: 'такой контакт уже был: номер {id}',
  },
  FLOW_BITRIX_URL_MISSING: {
    en: 'no webhook address is set.',
    ru: 'адрес вебхука не задан: укажите его в подписке или в переменной BITRIX24_WEBHOOK_URL.',
  },
  FLOW_BITRIX_URL_INVALID: {
    en: 'this is not the address of an inbound webhook of Bitrix24.',
    ru: 'это не адрес входящего вебхука: он выглядит как https://example.bitrix24.ru/rest/1/….',
  },
  FLOW_BITRIX_TITLE_EMPTY: {
    en: 'the title is empty for this event.',
    ru: 'название для этого события пустое.',
  },
  FLOW_BITRIX_CONTACT_EMPTY: {
    en: 'there is no name, phone or e-mail for the contact in this event.',
    ru: 'в этом событии нет ни имени, ни телефона, ни почты для контакта.',
  },
  FLOW_BITRIX_AMOUNT_INVALID: {
    en: '{text} is not an amount.',
    ru: '{text} — не сумма: нужны цифры с точкой, например 1500.50.',
  },
  FLOW_BITRIX_FIELDS_INVALID: {
    en: 'the other fields are not a JSON object with names of Bitrix24: {problem}.',
    ru: 'другие поля — не объект JSON с именами полей Битрикс24: {problem}.',
  },
} as const
