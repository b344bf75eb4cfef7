/** Why an SMS did not go out or did not arrive, or what is to be said about one that did. */
export const smsReasons = {
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
    en: '{service} does not accept the key or the account: {detail}',
    ru: '{service} не принимает ключ или аккаунт: {detail}',
  },
  money: {
    en: 'the account at {service} is out of money',
    ru: 'на счёте в {service} закончились деньги',
  },
  number: {
    en: '{service} does not take this number: {detail}',
    ru: '{service} не принимает этот номер: {detail}',
  },
  opted_out: {
    en: 'the person has asked for no more messages',
    ru: 'человек отказался от сообщений',
  },
  sender: {
    en: '{service} does not allow this sender: {detail}',
    ru: '{service} не разрешает такого отправителя: {detail}',
  },
  duplicate: {
    en: '{service} has just had the same message for this number, and may have sent it',
    ru: '{service} только что получил то же сообщение на этот номер и, возможно, отправил его',
  },
  refused: { en: '{service} refused it: {detail}', ru: '{service} отказал: {detail}' },
  moderated: {
    en: 'taken, but {service} looks at the text before it sends it',
    ru: 'принято, но {service} проверяет текст перед отправкой',
  },
  undelivered: {
    en: 'the operator could not deliver it ({status})',
    ru: 'оператор не смог доставить его ({status})',
  },
  cut: {
    en: 'the text was longer than {most} messages and was cut',
    ru: 'текст был длиннее {most} сообщений и обрезан',
  },
  FLOW_SMS_PROVIDER_MISSING: {
    en: 'no SMS service is chosen.',
    ru: 'не выбран сервис SMS: укажите его в подписке или в переменной SMS_PROVIDER.',
  },
  FLOW_SMS_KEY_MISSING: {
    en: 'no key of the SMS service is set.',
    ru: 'не задан ключ сервиса SMS: укажите его в подписке или в переменных SMS_PROVIDER и SMS_API_KEY.',
  },
  FLOW_SMS_KEY_INVALID: {
    en: 'this is not a key: it has blanks or line breaks in it.',
    ru: 'это не ключ: в нём есть пробелы или переносы строк.',
  },
  FLOW_SMS_ACCOUNT_MISSING: {
    en: 'this SMS service needs an account beside the key.',
    ru: 'этому сервису кроме ключа нужен аккаунт: логин SMSC или Account SID Twilio.',
  },
  FLOW_SMS_ACCOUNT_INVALID: {
    en: '{account} is not an Account SID of Twilio.',
    ru: '{account} — не Account SID Twilio: он начинается с AC.',
  },
  FLOW_SMS_SENDER_MISSING: {
    en: 'Twilio needs a sender.',
    ru: 'Twilio нужен отправитель: ваш номер, имя или Messaging Service SID (MG…).',
  },
  FLOW_SMS_RECIPIENT_EMPTY: {
    en: 'there is nobody to write to: the value in "To" is empty for this event.',
    ru: 'писать некому: значение в поле «Кому» для этого события пустое.',
  },
  FLOW_SMS_RECIPIENT_INVALID: {
    en: '{to} is not a phone number.',
    ru: '{to} — не номер телефона: укажите его с кодом страны, например +79161234567.',
  },
  FLOW_SMS_TEXT_EMPTY: {
    en: 'the text of the message is empty for this event.',
    ru: 'текст сообщения для этого события пустой.',
  },
} as const
