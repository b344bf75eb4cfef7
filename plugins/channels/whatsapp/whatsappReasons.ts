/** Why a message did not go out or did not arrive, or what is to be said about one that did. */
export const whatsappReasons = {
  busy: {
    en: 'WhatsApp asks to wait: too many messages ({code})',
    ru: 'WhatsApp просит подождать: слишком много сообщений ({code})',
  },
  pair_busy: {
    en: 'too many messages to this person in a short time; WhatsApp asks to wait',
    ru: 'слишком много сообщений этому человеку подряд; WhatsApp просит подождать',
  },
  spam: {
    en: 'WhatsApp holds this number back because of complaints; look at its quality in WhatsApp Manager',
    ru: 'WhatsApp ограничил номер из-за жалоб; проверьте его качество в WhatsApp Manager',
  },
  broken: {
    en: 'WhatsApp answered with an error of its own ({code})',
    ru: 'у WhatsApp внутренняя ошибка ({code})',
  },
  foreign: {
    en: 'the answer is not Meta’s ({status}): something stands in between',
    ru: 'ответила не Meta ({status}): между нами кто-то ещё, например прокси',
  },
  token: {
    en: 'the access token is not valid or has expired; make a new one for a system user',
    ru: 'токен доступа недействителен или истёк; выпустите новый для системного пользователя',
  },
  forbidden: {
    en: 'the token lacks the right to send: {detail}',
    ru: 'у токена нет права отправлять сообщения: {detail}',
  },
  undeliverable: {
    en: 'the number is not on WhatsApp, or cannot take this message',
    ru: 'этого номера нет в WhatsApp, или он не может принять такое сообщение',
  },
  window_closed: {
    en: 'more than 24 hours since the person last wrote: only an approved template may be sent',
    ru: 'человек не писал больше 24 часов: можно отправить только одобренный шаблон',
  },
  held_back: {
    en: 'Meta chose not to deliver it, to spare the person marketing messages',
    ru: 'Meta решила не доставлять его, чтобы не перегружать человека рекламой',
  },
  opted_out: {
    en: 'the person no longer wants marketing messages from you',
    ru: 'человек отказался от ваших рекламных сообщений',
  },
  experiment: {
    en: 'the number is part of an experiment of Meta, and marketing does not reach it',
    ru: 'номер участвует в эксперименте Meta, реклама на него не доходит',
  },
  template: {
    en: 'the template does not fit: {detail}',
    ru: 'шаблон не подходит: {detail}',
  },
  account: {
    en: 'Meta has locked or limited the account: {detail}',
    ru: 'Meta заблокировала или ограничила аккаунт: {detail}',
  },
  refused: { en: 'WhatsApp refused it: {detail}', ru: 'WhatsApp отказал: {detail}' },
  held_for_review: {
    en: 'taken, but Meta holds the template back for a review of its quality',
    ru: 'принято, но Meta задержала шаблон для проверки качества',
  },
  sent_template: {
    en: 'the 24 hours for free text are over, so the template was sent',
    ru: '24 часа для свободного текста прошли, поэтому отправлен шаблон',
  },
  cut: {
    en: 'the text was longer than {most} characters and was cut',
    ru: 'текст был длиннее {most} знаков и обрезан',
  },
  FLOW_WHATSAPP_TOKEN_MISSING: {
    en: 'no access token is set.',
    ru: 'токен доступа не задан: укажите его в подписке или в переменной WHATSAPP_ACCESS_TOKEN.',
  },
  FLOW_WHATSAPP_TOKEN_INVALID: {
    en: 'this is not an access token of Meta.',
    ru: 'это не токен доступа Meta: он выглядит как EAAG….',
  },
  FLOW_WHATSAPP_SENDER_MISSING: {
    en: 'no sender is set.',
    ru: 'отправитель не задан: укажите ID номера в подписке или в переменной WHATSAPP_PHONE_NUMBER_ID.',
  },
  FLOW_WHATSAPP_SENDER_INVALID: {
    en: '{id} is not an id of a phone number.',
    ru: '{id} — не ID номера: нужны только цифры, и это не сам номер телефона.',
  },
  FLOW_WHATSAPP_RECIPIENT_EMPTY: {
    en: 'there is nobody to write to: the value in "To" is empty for this event.',
    ru: 'писать некому: значение в поле «Кому» для этого события пустое.',
  },
  FLOW_WHATSAPP_RECIPIENT_INVALID: {
    en: '{to} is not a phone number.',
    ru: '{to} — не номер телефона: укажите его с кодом страны, например +77011234567.',
  },
  FLOW_WHATSAPP_TEXT_EMPTY: {
    en: 'the text of the message is empty for this event.',
    ru: 'текст сообщения для этого события пустой.',
  },
  FLOW_WHATSAPP_TEMPLATE_MISSING: {
    en: 'no template is named.',
    ru: 'не указано название шаблона.',
  },
  FLOW_WHATSAPP_TEMPLATE_INVALID: {
    en: '{name} is not a name of a template.',
    ru: '{name} — не название шаблона: в нём только строчные латинские буквы, цифры и подчёркивания.',
  },
  FLOW_WHATSAPP_VALUE_EMPTY: {
    en: 'value {number} of the template is empty for this event; WhatsApp refuses that.',
    ru: 'значение {number} шаблона для этого события пустое; WhatsApp такого не принимает.',
  },
  FLOW_WHATSAPP_VALUES_TOO_MANY: {
    en: '{count} values are given for the template, and {most} are the most.',
    ru: 'для шаблона задано {count} значений, а можно не больше {most}.',
  },
} as const
