import { metaError } from './metaError.ts'
import { META_API_VERSION } from './metaApiVersion.ts'
import type { MetaTarget } from './metaTarget.ts'

/** Where the dataset is reached, and with what. The token goes into a header: addresses end up in logs on the way. */
export type MetaAccount = { url: string; headers: Record<string, string>; confidential: string[] }

/** The account of a try. @throws FlowError FLOW_META_ACCOUNT_MISSING, FLOW_META_DATASET_INVALID */
export function metaAccount(
  { apiVersion = META_API_VERSION, datasetId = null }: Partial<MetaTarget>,
  secrets: Record<string, string>,
  apiUrl: string,
): MetaAccount {
  const token = (secrets['accessToken'] ?? '').trim()
  if (datasetId === null) throw metaError.accountMissing('datasetId')
  if (!/^\d{5,30}$/.test(datasetId)) throw metaError.accountInvalid()
  if (token === '') throw metaError.accountMissing('accessToken')
  return {
    url: `${apiUrl.replace(/\/+$/, '')}/${apiVersion}/${datasetId}`,
    headers: { authorization: `Bearer ${token}` },
    confidential: [token],
  }
}
