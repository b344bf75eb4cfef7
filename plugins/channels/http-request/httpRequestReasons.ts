/** Why a request did not do its work. */
export const httpRequestReasons = {
  gone: {
    en: 'the address says it is gone for good (410)',
    ru: 'по этому адресу больше ничего нет (410)',
  },
  redirect: {
    en: 'redirects are not followed ({status})',
    ru: 'адрес перенаправляет на другой, а перенаправления не выполняются ({status})',
  },
  busy: { en: 'the other side asks to wait ({status})', ru: 'просят подождать ({status})' },
  broken: {
    en: 'the other side answered with an error of its own ({status})',
    ru: 'на той стороне внутренняя ошибка ({status})',
  },
  refused: { en: 'refused ({status})', ru: 'запрос не принят ({status})' },
  unexpected: {
    en: 'the status {status} is none of the expected ones',
    ru: 'статус {status} не из тех, что ожидаются',
  },
  unreadable: {
    en: 'the answer is no JSON, so it does not show whether it worked',
    ru: 'ответ не в формате JSON, и по нему не понять, получилось ли',
  },
  failed_inside: {
    en: 'the status says yes, but the answer says "{found}" at {path}',
    ru: 'статус успешный, но в ответе на месте {path} стоит «{found}»',
  },
  absent_inside: {
    en: 'the status says yes, but the answer has nothing at {path}',
    ru: 'статус успешный, но в ответе нет поля {path}',
  },
  FLOW_HTTP_URL_INVALID: {
    en: 'the address must start with https:// or http:// and name its server without templates or a password.',
    ru: 'адрес должен начинаться с https:// или http://, а имя сервера — быть без шаблонов и пароля.',
  },
  FLOW_HTTP_PATH_INVALID: {
    en: 'a value of the event would change the path of the address.',
    ru: 'значение из события изменило бы путь в адресе.',
  },
  FLOW_HTTP_BODY_INVALID: {
    en: 'the body is not valid JSON: {problem}.',
    ru: 'тело запроса — не JSON: {problem}.',
  },
  FLOW_HTTP_BODY_MISSING: {
    en: 'this kind of body needs its template or its rules.',
    ru: 'для такого тела нужен шаблон или правила.',
  },
  FLOW_HTTP_SECRET_MISSING: {
    en: 'the sign-in needs the field "{field}".',
    ru: 'для входа не заполнено поле «{field}».',
  },
} as const
