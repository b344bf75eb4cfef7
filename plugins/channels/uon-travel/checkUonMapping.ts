import type { FieldMapping } from '../../../src/index.ts'
import { uonError } from './uonError.ts'

const TO = /^(?:[a-z][a-z\d_]{0,63}|extended_fields\.[1-9]\d{0,14})$/

/** Refuses rules that lead to no field. @throws FlowError FLOW_UON_FIELD_UNKNOWN */
export function checkUonMapping(mapping: FieldMapping): void {
  for (const { to } of mapping) if (!TO.test(to)) throw uonError.fieldUnknown(to)
}
