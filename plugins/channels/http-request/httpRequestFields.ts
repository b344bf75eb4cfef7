import type { ChannelField } from '../../../src/index.ts'
import { authFields } from './authFields.ts'

const choice = (value: string, en: string, ru: string) => ({ value, label: { en, ru } })

/** The form of an HTTP request, in the order a person fills it in. */
export const httpRequestFields: readonly ChannelField[] = [
  {
    name: 'method',
    type: 'select',
    defaultValue: 'POST',
    options: ['POST', 'PUT', 'PATCH', 'DELETE', 'GET'].map((name) => choice(name, name, name)),
    label: { en: 'Method', ru: 'Метод' },
  },
  {
    name: 'url',
    type: 'text',
    isRequired: true,
    label: { en: 'Address (URL)', ru: 'Адрес (URL)' },
    description: {
      en: 'Templates may stand in the path and the query: https://api.example.com/orders/{{ data.current.id }}?from=site',
      ru: 'В пути и параметрах можно писать шаблоны: https://api.example.com/orders/{{ data.current.id }}?from=site',
    },
  },
  {
    name: 'bodyKind',
    type: 'select',
    defaultValue: 'event',
    options: [
      choice('event', 'The event as it is', 'Событие как есть'),
      choice('json', 'Fields below, as JSON', 'Поля ниже, в JSON'),
      choice('form', 'Fields below, as a form', 'Поля ниже, как форма'),
      choice('template', 'A template', 'Шаблон'),
      choice('none', 'Nothing', 'Ничего'),
    ],
    label: { en: 'What is sent', ru: 'Что отправить' },
  },
  {
    name: 'mapping',
    type: 'json',
    editor: 'mapping',
    label: { en: 'Fields', ru: 'Поля' },
    description: {
      en: 'Which value of the event goes into which field of the other system. A dot makes a field inside a field: contact.name.',
      ru: 'Какое значение события попадёт в какое поле другой системы. Точка — это поле внутри поля: contact.name.',
    },
  },
  {
    name: 'body',
    type: 'code',
    label: { en: 'Template of the body', ru: 'Шаблон тела' },
    description: {
      en: 'For example {"order": "{{ data.current.id }}"}. In JSON values go inside quotes; they are escaped there.',
      ru: 'Например {"order": "{{ data.current.id }}"}. В JSON значения пишутся в кавычках и экранируются сами.',
    },
  },
  ...authFields,
  {
    name: 'headers',
    type: 'json',
    isAdvanced: true,
    label: { en: 'Headers', ru: 'Заголовки' },
    description: {
      en: 'As name and value: {"accept-language": "en"}. Keys and passwords belong into the sign-in fields: only those are kept encrypted.',
      ru: 'В виде имени и значения: {"accept-language": "ru"}. Ключи и пароли вписывайте в поля входа: шифруются только они.',
    },
  },
  {
    name: 'contentType',
    type: 'text',
    isAdvanced: true,
    defaultValue: 'application/json',
    label: { en: 'Content type of the template', ru: 'Тип содержимого шаблона' },
  },
  {
    name: 'expectedStatus',
    type: 'text',
    isAdvanced: true,
    defaultValue: '200-299',
    label: { en: 'Statuses of success', ru: 'Успешные статусы' },
    description: {
      en: 'For example 200-299, or 200, 409 where "already there" is fine.',
      ru: 'Например 200-299, или 200, 409, если «уже есть» вас устраивает.',
    },
  },
  {
    name: 'answerPath',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Field of the answer to check', ru: 'Какое поле ответа проверить' },
    description: {
      en: 'For systems that answer 200 to mistakes too: result.ok. Empty: the status decides.',
      ru: 'Для систем, которые и на ошибку отвечают 200: result.ok. Пусто — решает статус.',
    },
  },
  {
    name: 'answerEquals',
    type: 'text',
    isAdvanced: true,
    label: { en: 'It must be', ru: 'Чему оно должно равняться' },
    description: {
      en: 'For example true. Empty: it is enough that the field is there.',
      ru: 'Например true. Пусто — достаточно, чтобы поле было.',
    },
  },
  {
    name: 'isAnswerFinal',
    type: 'checkbox',
    isAdvanced: true,
    defaultValue: false,
    label: {
      en: 'A wrong answer is final',
      ru: 'Неверный ответ окончателен',
    },
    description: {
      en: 'Off: it is tried again later.',
      ru: 'Выключено: попытка повторится позже.',
    },
  },
  {
    name: 'isRefusalRetried',
    type: 'checkbox',
    isAdvanced: true,
    defaultValue: false,
    label: { en: 'Try again after refusals (4xx)', ru: 'Повторять после отказов (4xx)' },
  },
  {
    name: 'timeoutSeconds',
    type: 'number',
    isAdvanced: true,
    defaultValue: 15,
    label: { en: 'Wait for an answer, seconds', ru: 'Ждать ответа, секунд' },
    description: { en: 'From 1 to 30.', ru: 'От 1 до 30.' },
  },
]
