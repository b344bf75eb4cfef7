import type { PayloadRequest } from 'payload'

import type { Localised } from '../../../src/kernel/localised.ts'
import { requestLanguage } from '../../requestLanguage.ts'

/** Languages of forms and of what is said about answers. */
export type VisitorLanguage = keyof Localised

/** `?locale=` when the page says it, otherwise what the browser asks for. */
export function visitorLanguage(req: Pick<PayloadRequest, 'i18n' | 'query'>): VisitorLanguage {
  const asked = req.query?.['locale']
  if (asked === 'ru' || asked === 'en') return asked
  return requestLanguage(req)
}
