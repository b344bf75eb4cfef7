import { amocrmError } from './amocrmError.ts'
import type { AmocrmTarget } from './amocrmTarget.ts'
import { toAmocrmNumber } from './toAmocrmNumber.ts'

/** Number of the field that holds our id. @throws FlowError FLOW_AMOCRM_ID_FIELD_MISSING, FLOW_AMOCRM_NUMBER_INVALID */
export function idFieldOf({
  idField,
  identity,
}: Pick<AmocrmTarget, 'idField' | 'identity'>): number | null {
  if (idField !== null) return toAmocrmNumber('idField', idField)
  if (identity === 'document') throw amocrmError.idFieldMissing()
  return null
}
