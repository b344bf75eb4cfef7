import { mailingError } from './mailingError.ts'

/** Refuses what cannot be a key. @throws FlowError FLOW_MAILING_KEY_INVALID */
export function checkMailingKey(value: string): void {
  if (!/^\S{8,500}$/.test(value.trim())) throw mailingError.keyInvalid()
}
