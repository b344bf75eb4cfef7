import { uonError } from './uonError.ts'

/** The key becomes a part of the address. @throws FlowError FLOW_UON_KEY_INVALID */
export function checkUonKey(value: string): void {
  if (!/^[A-Za-z\d_-]{8,100}$/.test(value.trim())) throw uonError.keyInvalid()
}
