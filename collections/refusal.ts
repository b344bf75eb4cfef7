import type { PayloadRequest } from 'payload'

import { FlowError, type FlowErrorOptions } from '../src/kernel/flowError.ts'
import type { Localised } from '../src/kernel/localised.ts'
import { requestLanguage } from './requestLanguage.ts'

/** A named error in English, and what it says to those who read Russian. */
export type RefusalOptions = FlowErrorOptions & { ru: { message: string; hint?: string } }

/** A {@link FlowError} for a person, in the language of the request or in one that was found out otherwise. */
export function refusal(
  reader: Pick<PayloadRequest, 'i18n'> | keyof Localised,
  { ru, ...english }: RefusalOptions,
): FlowError {
  const language = typeof reader === 'string' ? reader : requestLanguage(reader)
  return new FlowError(language === 'ru' ? { ...english, ...ru } : english)
}
