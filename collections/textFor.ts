import type { PayloadRequest } from 'payload'

import type { Localised } from '../src/kernel/localised.ts'
import { requestLanguage } from './requestLanguage.ts'

/** The sentence in the language of the request: Russian for who reads Russian, English for everybody else. */
export function textFor(req: Pick<PayloadRequest, 'i18n'>, { en, ru }: Localised): string {
  return { en, ru }[requestLanguage(req)]
}
