import { metricaError } from './metricaError.ts'
import type { MetricaTarget } from './metricaTarget.ts'

/** Where the tag is managed, and with what. */
export type MetricaAccount = {
  url: string
  headers: Record<string, string>
  confidential: string[]
}

/** The account of a try. @throws FlowError FLOW_METRICA_ACCOUNT_MISSING, FLOW_METRICA_COUNTER_INVALID */
export function metricaAccount(
  { counterId = null }: Partial<MetricaTarget>,
  secrets: Record<string, string>,
  apiUrl: string,
): MetricaAccount {
  const token = (secrets['token'] ?? '').trim()
  if (counterId === null) throw metricaError.accountMissing('counterId')
  if (!/^\d{1,15}$/.test(counterId)) throw metricaError.counterInvalid()
  if (token === '') throw metricaError.accountMissing('token')
  return {
    url: `${apiUrl.replace(/\/+$/, '')}/management/v1/counter/${counterId}`,
    headers: { authorization: `OAuth ${token}` },
    confidential: [token],
  }
}
