import { ga4Error } from './ga4Error.ts'

const shape = /^G-[A-Z0-9]{4,20}$/

/** Refuses what cannot be a measurement id. @throws FlowError FLOW_GA4_MEASUREMENT_ID_INVALID */
export function checkMeasurementId(id: string): void {
  if (!shape.test(id)) throw ga4Error.accountInvalid()
}
