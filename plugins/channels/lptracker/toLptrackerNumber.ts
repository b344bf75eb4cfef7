import { lptrackerError } from './lptrackerError.ts'

/** What a form holds as a number of LPTracker. @throws FlowError FLOW_LPTRACKER_NUMBER_INVALID */
export function toLptrackerNumber(field: string, text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw lptrackerError.numberInvalid(field, text)
  return Number(text)
}
