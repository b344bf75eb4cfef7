import { amocrmError } from './amocrmError.ts'

/** What a form holds as a number of amoCRM. @throws FlowError FLOW_AMOCRM_NUMBER_INVALID */
export function toAmocrmNumber(field: string, text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw amocrmError.numberInvalid(field, text)
  return Number(text)
}
