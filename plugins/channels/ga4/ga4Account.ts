import { checkMeasurementId } from './checkMeasurementId.ts'
import { ga4Error } from './ga4Error.ts'
import type { Ga4Target } from './ga4Target.ts'

/** The address of a method with the account in it. @throws FlowError FLOW_GA4_ACCOUNT_MISSING, FLOW_GA4_MEASUREMENT_ID_INVALID */
export function ga4Account(
  { measurementId = null }: Partial<Ga4Target>,
  secrets: Record<string, string>,
  { apiUrl, method }: { apiUrl: string; method: 'mp/collect' | 'debug/mp/collect' },
): { url: string; confidential: string[] } {
  const secret = (secrets['apiSecret'] ?? '').trim()
  if (measurementId === null) throw ga4Error.accountMissing('measurementId')
  checkMeasurementId(measurementId)
  if (secret === '') throw ga4Error.accountMissing('apiSecret')
  const query = new URLSearchParams({ measurement_id: measurementId, api_secret: secret })
  return { url: `${apiUrl.replace(/\/+$/, '')}/${method}?${query}`, confidential: [secret] }
}
