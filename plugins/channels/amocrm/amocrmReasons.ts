/** Why nothing was written to amoCRM, or what is to be said when it was. */
export const amocrmReasons = {
  busy: {
    en: 'amoCRM asks to wait: too many requests ({status})',
    ru: 'amoCRM просит подождать: слишком много запросов ({status})',
  },
  broken: {
    en: 'amoCRM answered with an error of its own ({status})',
    ru: 'у amoCRM внутренняя ошибка ({status})',
  },
  foreign: {
    en: 'the answer is not one of amoCRM ({status}): something stands in between',
    ru: 'ответ не похож на ответ amoCRM ({status}): между нами кто-то ещё, например прокси',
  },
  token: {
    en: 'amoCRM does not accept the access token: {detail}. It has ended or was revoked; make a new one',
    ru: 'amoCRM не принимает токен доступа: {detail}. Он истёк или отозван, создайте новый',
  },
  token_renewed: {
    en: 'amoCRM does not accept the access token: {detail}. It is renewed before it ends; if this goes on, set "Valid until" of the credentials to now',
    ru: 'amoCRM не принимает токен доступа: {detail}. Он обновляется заранее; если это повторяется, поставьте в доступах «Действует до» на сейчас',
  },
  forbidden: {
    en: 'amoCRM denies access: the user lacks rights, or the address is blocked after too many requests. {detail}',
    ru: 'amoCRM не даёт доступа: пользователю не хватает прав, или адрес заблокирован после слишком частых запросов. {detail}',
  },
  unpaid: {
    en: 'the account of amoCRM is not paid: {detail}',
    ru: 'аккаунт amoCRM не оплачен: {detail}',
  },
  moved: {
    en: 'the account has moved to {host}; put the new address into the subscription',
    ru: 'аккаунт переехал на {host}; укажите новый адрес',
  },
  refused: { en: 'amoCRM refused it: {detail}', ru: 'amoCRM отказал: {detail}' },
  changed: {
    en: 'lead {id} was there already and was changed',
    ru: 'сделка {id} уже была, она изменена',
  },
  gone: {
    en: 'lead {id} is no longer there',
    ru: 'сделки {id} больше нет',
  },
  merged: {
    en: 'amoCRM found a duplicate and put it into lead {id}',
    ru: 'amoCRM нашёл дубль и добавил всё в сделку {id}',
  },
  contact_found: {
    en: 'the contact was there already: number {id}',
    ru: 'такой контакт уже был: номер {id}',
  },
  not_renewable: {
    en: 'the token has ended and there is nothing to renew it with: make a new long-lived token',
    ru: 'токен закончился, и обновить его нечем: создайте новый долгосрочный токен',
  },
  integration_missing: {
    en: 'to renew tokens amoCRM needs the id, the secret key and the redirect address of the integration',
    ru: 'чтобы обновлять токены, нужны ID, секретный ключ и адрес перенаправления интеграции',
  },
  renewal_refused: {
    en: 'amoCRM renews no tokens: {detail}. Connect the integration anew; was the account renamed?',
    ru: 'amoCRM не обновил токены: {detail}. Подключите интеграцию заново; не переименован ли аккаунт?',
  },
  FLOW_AMOCRM_DOMAIN_MISSING: {
    en: 'the address of the account is not set.',
    ru: 'адрес аккаунта не задан: укажите его в подписке или в переменной AMOCRM_DOMAIN.',
  },
  FLOW_AMOCRM_DOMAIN_INVALID: {
    en: 'this is not the address of an account of amoCRM or Kommo.',
    ru: 'это не адрес аккаунта amoCRM: он выглядит как example.amocrm.ru или example.kommo.com.',
  },
  FLOW_AMOCRM_TOKEN_MISSING: { en: 'there is no access token.', ru: 'нет токена доступа.' },
  FLOW_AMOCRM_TOKEN_INVALID: {
    en: 'a token or secret holds spaces or signs that it cannot have.',
    ru: 'в токене или ключе пробелы или знаки, которых там не бывает.',
  },
  FLOW_AMOCRM_TITLE_EMPTY: {
    en: 'the name of the lead is empty for this event.',
    ru: 'название сделки для этого события пустое.',
  },
  FLOW_AMOCRM_NUMBER_INVALID: {
    en: '{text} is not a number of amoCRM for "{field}".',
    ru: '{text} — не номер amoCRM для поля «{field}».',
  },
  FLOW_AMOCRM_PRICE_INVALID: {
    en: '{text} is not an amount.',
    ru: '{text} — не сумма: нужны цифры с точкой, например 1500.50.',
  },
  FLOW_AMOCRM_FIELD_UNKNOWN: {
    en: '{to} is not a field of a lead or a contact.',
    ru: '{to} — не поле сделки или контакта: нужно lead.123456, lead.UTM_SOURCE или contact.123456.',
  },
  FLOW_AMOCRM_FIELD_INVALID: {
    en: 'the value for {to} is neither text nor a number, nor a list of them.',
    ru: 'значение для {to} — не текст, не число и не их список.',
  },
} as const
