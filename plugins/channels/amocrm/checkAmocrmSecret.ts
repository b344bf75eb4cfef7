import { amocrmError } from './amocrmError.ts'

/** Tokens go into a header: printable ASCII without spaces. @throws FlowError FLOW_AMOCRM_TOKEN_INVALID */
export function checkAmocrmSecret(field: string, value: string): void {
  if (!/^[\x21-\x7e]+$/.test(value.trim())) throw amocrmError.tokenInvalid(field)
}
