import type { ChannelField } from '../../../src/index.ts'

const choice = (value: string, en: string, ru: string) => ({ value, label: { en, ru } })
const secret = { type: 'text', isSecret: true, isCredential: true } as const

/** How a request proves who asks. */
export const authFields: readonly ChannelField[] = [
  {
    name: 'auth',
    type: 'select',
    isCredential: true,
    defaultValue: 'none',
    options: [
      choice('none', 'None', 'Не нужен'),
      choice('basic', 'User name and password', 'Имя и пароль'),
      choice('bearer', 'Token', 'Токен'),
      choice('hmac', 'Signature (HMAC)', 'Подпись (HMAC)'),
    ],
    label: { en: 'Sign-in', ru: 'Вход' },
  },
  {
    name: 'username',
    type: 'text',
    isCredential: true,
    label: { en: 'User name', ru: 'Имя пользователя' },
  },
  { ...secret, name: 'password', label: { en: 'Password', ru: 'Пароль' } },
  {
    ...secret,
    name: 'token',
    label: { en: 'Token', ru: 'Токен' },
    description: {
      en: 'Sent as "Authorization: Bearer …".',
      ru: 'Отправляется как «Authorization: Bearer …».',
    },
  },
  {
    ...secret,
    name: 'hmacSecret',
    label: { en: 'Secret of the signature', ru: 'Секрет подписи' },
    description: {
      en: 'The body is signed with it, byte for byte.',
      ru: 'Им подписывается тело запроса, байт в байт.',
    },
  },
  {
    name: 'hmacHeader',
    type: 'text',
    isAdvanced: true,
    defaultValue: 'x-signature',
    label: { en: 'Header of the signature', ru: 'Заголовок подписи' },
  },
  {
    name: 'hmacAlgorithm',
    type: 'select',
    isAdvanced: true,
    defaultValue: 'sha256',
    options: [
      choice('sha256', 'SHA-256', 'SHA-256'),
      choice('sha512', 'SHA-512', 'SHA-512'),
      choice('sha1', 'SHA-1', 'SHA-1'),
    ],
    label: { en: 'Algorithm of the signature', ru: 'Алгоритм подписи' },
  },
  {
    name: 'hmacEncoding',
    type: 'select',
    isAdvanced: true,
    defaultValue: 'hex',
    options: [choice('hex', 'hex', 'hex'), choice('base64', 'base64', 'base64')],
    label: { en: 'How the signature is written', ru: 'Запись подписи' },
  },
  {
    name: 'hmacPrefix',
    type: 'text',
    isAdvanced: true,
    label: { en: 'Before the signature', ru: 'Перед подписью' },
    description: { en: 'For example sha256=', ru: 'Например sha256=' },
  },
]
