import { smsError } from './smsError.ts'

/** Refuses what cannot be a key or a password. @throws FlowError FLOW_SMS_KEY_INVALID */
export function checkSmsKey(value: string): void {
  if (!/^\S{4,500}$/.test(value.trim())) throw smsError.keyInvalid()
}
