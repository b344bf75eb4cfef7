import type { PayloadRequest } from 'payload'

import { requestLanguage } from '../../requestLanguage.ts'

/** The language a page is written in: the subscriber's own, or that of the browser when nobody is known. */
export function readerLanguage(
  req: Pick<PayloadRequest, 'i18n'>,
  subscriber?: { locale?: string | null },
): 'en' | 'ru' {
  const known = subscriber?.locale
  return known === 'en' || known === 'ru' ? known : requestLanguage(req)
}
