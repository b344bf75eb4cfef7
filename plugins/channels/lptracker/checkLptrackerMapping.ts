import type { FieldMapping } from '../../../src/index.ts'
import { lptrackerError } from './lptrackerError.ts'

const TO = /^(?:(?:lead|contact)\.[1-9]\d{0,14}(?:\.\*)?|view\.(?:source|campaign|keyword))$/

/** Refuses rules that lead to no field. @throws FlowError FLOW_LPTRACKER_FIELD_UNKNOWN */
export function checkLptrackerMapping(mapping: FieldMapping): void {
  for (const { to } of mapping) if (!TO.test(to)) throw lptrackerError.fieldUnknown(to)
}
