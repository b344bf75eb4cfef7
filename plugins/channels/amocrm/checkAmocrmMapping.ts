import type { FieldMapping } from '../../../src/index.ts'
import { amocrmError } from './amocrmError.ts'

/** A number or a code, then what of the value is meant: `lead.123.enum_id`, `lead.123.*`, `lead.123.*.enum_id`. */
const TO =
  /^(?:lead|contact)\.(?:[1-9]\d{0,14}|[A-Z_][A-Z\d_]{0,99})(?:\.\*)?(?:\.(?:value|enum_id|enum_code))?$/

/** Refuses rules that lead to no field. @throws FlowError FLOW_AMOCRM_FIELD_UNKNOWN */
export function checkAmocrmMapping(mapping: FieldMapping): void {
  for (const { to } of mapping) if (!TO.test(to)) throw amocrmError.fieldUnknown(to)
}
