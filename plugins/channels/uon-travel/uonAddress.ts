import { checkUonKey } from './checkUonKey.ts'
import { uonError } from './uonError.ts'

/** Where methods are called, and what of it must not be logged. */
export type UonAddress = { base: string; confidential: string[] }

const API_URL = 'https://api.u-on.ru'

/** The address with the key in it. @throws FlowError FLOW_UON_KEY_MISSING, FLOW_UON_KEY_INVALID */
export function uonAddress(
  secrets: Record<string, string>,
  apiUrl: string | undefined,
): UonAddress {
  const key = (secrets['apiKey'] ?? '').trim()
  if (key === '') throw uonError.keyMissing()
  checkUonKey(key)
  return { base: `${(apiUrl || API_URL).replace(/\/+$/, '')}/${key}`, confidential: [key] }
}
