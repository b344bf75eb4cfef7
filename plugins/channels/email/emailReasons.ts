/** Why a letter did not go out, or what is to be said about one that did. */
export const emailReasons = {
  local_outbox: {
    en: 'kept in the local outbox, no SMTP_URL is set',
    ru: 'сохранено на этой машине: SMTP_URL не задан',
  },
  refused: { en: 'refused: {list}', ru: 'отказано: {list}' },
  refused_for_now: {
    en: 'refused for now and not tried again, the others already have the mail: {list}',
    ru: 'временно отказано, повтора не будет, потому что остальные письмо уже получили: {list}',
  },
  nobody_accepted: { en: '{list}', ru: 'почтовый сервер отказал всем получателям: {list}' },
  reply_to_left_out: {
    en: 'the reply address is not an e-mail address, left out',
    ru: 'адрес для ответа не похож на e-mail и пропущен',
  },
  withheld: {
    en: 'left out, on the list of suppressed addresses: {list}',
    ru: 'пропущены, они в списке адресов, на которые не пишем: {list}',
  },
  withheld_marketing: {
    en: 'left out, no consent or on the list of suppressed addresses: {list}',
    ru: 'пропущены, нет согласия или они в списке адресов, на которые не пишем: {list}',
  },
  attachment_left_out: {
    en: 'no file for this event in these rows of the files: {rows}',
    ru: 'для этого события нет файла, строки списка файлов: {rows}',
  },
  attachment_no_address: {
    en: '"{file}" is not the http(s) address of a file',
    ru: '«{file}» — не адрес файла, он начинается с https:// или http://',
  },
  attachment_failed: {
    en: 'the file {file} could not be fetched',
    ru: 'не удалось получить файл {file}',
  },
  attachment_missing: {
    en: 'there is no file {file} ({status})',
    ru: 'файла {file} нет ({status})',
  },
  attachment_forbidden: {
    en: 'the file {file} is not given out without a login ({status})',
    ru: 'файл {file} не отдаётся без входа ({status})',
  },
  attachment_moved: {
    en: 'the file {file} is at another address ({status}); redirects are not followed',
    ru: 'файл {file} лежит по другому адресу ({status}), перенаправления не выполняются',
  },
  attachment_refused: {
    en: 'the server of the file {file} answered {status}',
    ru: 'сервер файла {file} ответил {status}',
  },
  attachment_unavailable: {
    en: 'the file {file} cannot be had right now ({status})',
    ru: 'файл {file} сейчас недоступен ({status})',
  },
  attachment_compressed: {
    en: 'the file {file} came compressed, which was not asked for',
    ru: 'файл {file} пришёл сжатым, хотя об этом не просили',
  },
  attachment_empty: { en: 'the file {file} is empty', ru: 'файл {file} пустой' },
  attachments_too_large: {
    en: 'the files are more than {most} MiB together; the one too many is {file}',
    ru: 'файлы вместе больше {most} МиБ, не поместился {file}',
  },
  bounced: { en: 'the letter came back: {line}', ru: 'письмо вернулось: {line}' },
  aborted: {
    en: 'the mail server did not answer in the time of one try; it may have taken the mail',
    ru: 'почтовый сервер не ответил за время одной попытки; письмо он мог и принять',
  },
  server_said: { en: '{line}', ru: 'почтовый сервер ответил: {line}' },
  not_sent: { en: '{line}', ru: 'письмо не удалось передать почтовому серверу: {line}' },
  FLOW_EMAIL_ADDRESS_INVALID: {
    en: '{address} is not one e-mail address.',
    ru: '{address} — не адрес e-mail. Укажите адреса вида anna@example.com через запятую.',
  },
  FLOW_EMAIL_TOO_MANY_RECIPIENTS: {
    en: 'a mail goes to at most {most} addresses.',
    ru: 'у письма может быть не больше {most} адресов.',
  },
  FLOW_EMAIL_NO_RECIPIENT: {
    en: 'there is no address to write to: the value in "To" is empty for this event.',
    ru: 'писать некому: значение в поле «Кому» для этого события пустое.',
  },
} as const
