import { uonError } from './uonError.ts'

/** What a form holds as a number of U-ON. @throws FlowError FLOW_UON_NUMBER_INVALID */
export function toUonNumber(field: string, text: string): string {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw uonError.numberInvalid(field, text)
  return text
}
