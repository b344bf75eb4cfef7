/** Words of the reasons that the engine gives itself, and of errors that any channel may pass on, by key. */
export const engineReasons = {
  subscription_deleted: { en: 'the subscription was deleted', ru: 'подписка удалена' },
  subscription_off: { en: 'the subscription is switched off', ru: 'подписка выключена' },
  channel_removed: {
    en: 'the channel was removed from the subscription',
    ru: 'канал убран из подписки',
  },
  channel_off: { en: 'the channel is switched off', ru: 'канал отключён' },
  suppressed: {
    en: 'skipped: {addresses} is on the list of suppressed addresses',
    ru: 'пропущено: {addresses} в списке адресов, на которые не пишем',
  },
  no_consent: {
    en: 'skipped: {addresses} gave no consent to marketing on this channel',
    ru: 'пропущено: {addresses} — нет согласия на рекламу по этому каналу',
  },
  consent_withdrawn: {
    en: 'skipped: {addresses} wants no marketing on this channel',
    ru: 'пропущено: {addresses} — отказ от рекламы по этому каналу',
  },
  marketing_to_several: {
    en: 'a marketing message goes to one person, because the link to unsubscribe is their own; here are {count}',
    ru: 'рекламное сообщение уходит одному человеку: ссылка отписки у каждого своя; здесь получателей {count}',
  },
  no_addressee: {
    en: 'skipped: the event names nobody to notify',
    ru: 'пропущено: в событии не указано, кого уведомить',
  },
  no_device: {
    en: 'skipped: the recipients have no device that takes notifications',
    ru: 'пропущено: у получателей нет устройств с включёнными уведомлениями',
  },
  devices_partly: {
    en: '{reached} of {total} devices took it, not: {devices}',
    ru: 'приняли устройств: {reached} из {total}, не приняли: {devices}',
  },
  FLOW_PUSH_USER_INVALID: {
    en: '"{user}" is not the id of a user',
    ru: '«{user}» — не номер пользователя',
  },
  FLOW_PUSH_TOO_MANY_DEVICES: {
    en: 'there are more than {most} devices to notify',
    ru: 'устройств для уведомления больше {most}',
  },
  remote_id_not_kept: {
    en: 'the number {id} at the service could not be kept, so the next event will look for it: {detail}',
    ru: 'номер {id} в сервисе не удалось сохранить, следующее событие будет искать его: {detail}',
  },
  set_aside: {
    en: 'set aside: the worker died {times} times while sending this',
    ru: 'отложено: при отправке обработчик останавливался, раз: {times}',
  },
  only_failures: {
    en: 'nothing but failures for {days} days; the last one: {detail}',
    ru: 'только ошибки, дней подряд: {days}; последняя: {detail}',
  },
  config_invalid: {
    en: "the channel's settings do not hold together: {problem}",
    ru: 'настройки канала не сходятся: {problem}',
  },
  channel_failed: { en: '{detail}', ru: 'сбой в самом канале: {detail}' },
  aborted: { en: '{detail}', ru: 'попытка прервана: не уложилась в отведённое время' },

  'FLOW_EGRESS_FORBIDDEN_TARGET.scheme': {
    en: 'only http and https URLs are allowed',
    ru: 'адрес должен начинаться с http:// или https://',
  },
  'FLOW_EGRESS_FORBIDDEN_TARGET.password': {
    en: 'a URL must not carry a user name or password',
    ru: 'в адресе не должно быть имени и пароля',
  },
  'FLOW_EGRESS_FORBIDDEN_TARGET.port': {
    en: 'port {port} is not allowed',
    ru: 'порт {port} запрещён',
  },
  'FLOW_EGRESS_FORBIDDEN_TARGET.host': { en: 'the URL has no host', ru: 'в адресе нет сервера' },
  'FLOW_EGRESS_FORBIDDEN_TARGET.inside': {
    en: 'the address is inside a private or reserved network',
    ru: 'адрес ведёт внутрь закрытой или служебной сети, это запрещено',
  },
  'FLOW_EGRESS_INVALID_REQUEST.url': {
    en: 'this is not a valid URL',
    ru: 'адрес написан неправильно',
  },
  'FLOW_EGRESS_INVALID_REQUEST.header': {
    en: 'the header {header} is not allowed or holds a forbidden character',
    ru: 'заголовок {header} запрещён или содержит недопустимые символы',
  },
  'FLOW_EGRESS_INVALID_REQUEST.request': {
    en: 'the request could not be built',
    ru: 'запрос не удалось составить',
  },
  FLOW_EGRESS_DNS: {
    en: 'the host name {host} could not be resolved ({reason})',
    ru: 'не удалось найти сервер {host} ({reason})',
  },
  'FLOW_EGRESS_DNS.no_address': {
    en: 'the host name has no address',
    ru: 'у имени сервера нет ни одного адреса',
  },
  FLOW_EGRESS_CONNECTION: {
    en: 'the connection failed ({reason})',
    ru: 'не удалось соединиться с получателем ({reason})',
  },
  FLOW_EGRESS_TLS: {
    en: 'no secure connection could be made ({reason})',
    ru: 'не удалось установить защищённое соединение ({reason})',
  },
  FLOW_EGRESS_TIMEOUT: {
    en: 'the receiver did not answer in time',
    ru: 'получатель не ответил вовремя',
  },
  'FLOW_EGRESS_TIMEOUT.slow': {
    en: 'no complete answer within {seconds} s',
    ru: 'нет полного ответа за {seconds} с',
  },
  FLOW_EGRESS_ABORTED: {
    en: 'the request was cancelled on this side',
    ru: 'запрос прерван на нашей стороне',
  },

  FLOW_TEMPLATE_INVALID: {
    en: 'the template is malformed: {detail}',
    ru: 'в шаблоне ошибка: {detail}',
  },
  FLOW_TEMPLATE_FAILED: {
    en: 'the template could not be filled in: {detail}',
    ru: 'шаблон не удалось заполнить: {detail}',
  },
  'FLOW_TEMPLATE_FAILED.too_long': {
    en: 'the result is longer than {most} characters',
    ru: 'текст получился длиннее {most} символов',
  },
  'FLOW_MAPPING_FAILED.missing': {
    en: 'the required field "{to}" has no value in this event.',
    ru: 'в событии нет значения для обязательного поля «{to}».',
  },
  'FLOW_MAPPING_FAILED.unfit': {
    en: 'the required field "{to}" holds a value that "{detail}" cannot be done with.',
    ru: 'значение обязательного поля «{to}» не поддаётся преобразованию «{detail}».',
  },
  'FLOW_MAPPING_FAILED.template': {
    en: 'the template of the required field "{to}" failed: {detail}',
    ru: 'шаблон обязательного поля «{to}» не удалось заполнить: {detail}',
  },
  'mapping_left_out.unfit': {
    en: 'the value of "{to}" was not usable: "{detail}" cannot be done with it',
    ru: 'значение для «{to}» не подошло: преобразование «{detail}» с ним невозможно',
  },
  'mapping_left_out.template': {
    en: 'the template of "{to}" could not be filled in: {detail}',
    ru: 'шаблон для «{to}» не удалось заполнить: {detail}',
  },
  FLOW_CHANNEL_UNKNOWN: { en: 'there is no channel "{slug}"', ru: 'канала «{slug}» больше нет' },
  FLOW_SECRET_KEY_UNKNOWN: {
    en: 'a stored secret was encrypted with key "{keyId}", which is not in the key ring',
    ru: 'секрет зашифрован ключом «{keyId}», которого нет в FLOWMASTERS_ENCRYPTION_KEYS; введите секрет заново',
  },
  FLOW_SECRET_DAMAGED: {
    en: 'a stored secret cannot be decrypted',
    ru: 'сохранённый секрет не расшифровать; введите его заново',
  },
  FLOW_SECRET_KEYS_INVALID: {
    en: 'FLOWMASTERS_ENCRYPTION_KEYS cannot be read',
    ru: 'FLOWMASTERS_ENCRYPTION_KEYS не удаётся прочитать',
  },
  FLOW_CREDENTIAL_VARIABLE_MISSING: {
    en: 'the variable {variable} is not set on this server',
    ru: 'на сервере не задана переменная {variable}',
  },
  FLOW_CREDENTIAL_VARIABLE_FORBIDDEN: {
    en: 'a secret may come only from a variable whose name starts with {prefix}',
    ru: 'секрет можно взять только из переменной, имя которой начинается с {prefix}',
  },
  FLOW_CREDENTIAL_GONE: {
    en: 'the stored credentials were deleted meanwhile',
    ru: 'сохранённые учётные данные тем временем удалены',
  },
  FLOW_MAIL_OUTBOX_FAILED: {
    en: 'the mail could not be kept in the local outbox: {detail}',
    ru: 'письмо не удалось сохранить на этой машине: {detail}',
  },
} as const

/** A reason of the engine's own. */
export type EngineReason = keyof typeof engineReasons
