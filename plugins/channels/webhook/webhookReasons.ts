/** Why a receiver did not take a webhook. */
export const webhookReasons = {
  gone: {
    en: 'the receiver says it is gone for good (410)',
    ru: 'получатель ответил, что его больше нет (410)',
  },
  redirect: {
    en: 'redirects are not followed',
    ru: 'получатель перенаправляет на другой адрес, а перенаправления не выполняются',
  },
  refused: {
    en: 'the receiver refused it ({status})',
    ru: 'получатель отказался принять сообщение ({status})',
  },
  answered: {
    en: 'the receiver answered {status}',
    ru: 'получатель ответил ошибкой {status}',
  },
  bad_secret: {
    en: 'the signing secret is missing or malformed; set a new one in the subscription',
    ru: 'секрет для подписи не задан или испорчен; задайте в подписке новый',
  },
} as const
