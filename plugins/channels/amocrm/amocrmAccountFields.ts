import type { ChannelField } from '../../../src/index.ts'

const secret = { type: 'text', isSecret: true, isCredential: true } as const

/** Whose CRM it is. Tokens that expire are renewed for stored credentials only. */
export const amocrmAccountFields: readonly ChannelField[] = [
  {
    name: 'domain',
    type: 'text',
    isCredential: true,
    label: { en: 'Address of the account', ru: 'Адрес аккаунта' },
    description: {
      en: 'For example example.amocrm.ru or example.kommo.com. May stay empty when AMOCRM_DOMAIN is set on the server.',
      ru: 'Например example.amocrm.ru или example.kommo.com. Можно оставить пустым, если на сервере задана переменная AMOCRM_DOMAIN.',
    },
  },
  {
    ...secret,
    name: 'accessToken',
    label: { en: 'Access token', ru: 'Токен доступа' },
    description: {
      en: 'A long-lived token: amoCRM → amoMarket → your integration → Keys and scopes. It is used as it is, and says itself until when.',
      ru: 'Долгосрочный токен: amoCRM → amoМаркет → ваша интеграция → Ключи и доступы. Используется как есть и сам говорит, до какого времени действует.',
    },
  },
  {
    name: 'clientId',
    type: 'text',
    isCredential: true,
    isAdvanced: true,
    label: { en: 'Id of the integration', ru: 'ID интеграции' },
    description: {
      en: 'Only for tokens that are renewed; those work in stored credentials, with "Valid until" set.',
      ru: 'Только для обновляемых токенов; они работают в сохранённых доступах с заполненным полем «Действует до».',
    },
  },
  {
    ...secret,
    name: 'clientSecret',
    isAdvanced: true,
    label: { en: 'Secret key of the integration', ru: 'Секретный ключ интеграции' },
  },
  {
    ...secret,
    name: 'refreshToken',
    isAdvanced: true,
    label: { en: 'Refresh token', ru: 'Токен обновления' },
    description: {
      en: 'Good for one use: nothing else may renew it.',
      ru: 'Годится на один раз: больше нигде его обновлять нельзя.',
    },
  },
  {
    ...secret,
    name: 'authorizationCode',
    isAdvanced: true,
    label: { en: 'Authorization code', ru: 'Код авторизации' },
    description: {
      en: 'Instead of both tokens: valid for 20 minutes, changed for tokens at the first use.',
      ru: 'Вместо обоих токенов: действует 20 минут, при первом обращении обменивается на токены.',
    },
  },
  {
    name: 'redirectUri',
    type: 'text',
    isCredential: true,
    isAdvanced: true,
    label: { en: 'Redirect address', ru: 'Адрес перенаправления' },
    description: {
      en: 'Exactly as in the settings of the integration.',
      ru: 'Точно как в настройках интеграции.',
    },
  },
]
