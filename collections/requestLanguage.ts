import type { PayloadRequest } from 'payload'

import type { Localised } from '../src/kernel/localised.ts'

/** The language the caller reads, of the two the product speaks; English when it is neither. */
export function requestLanguage(req: Pick<PayloadRequest, 'i18n'>): keyof Localised {
  return req.i18n?.language === 'ru' ? 'ru' : 'en'
}
