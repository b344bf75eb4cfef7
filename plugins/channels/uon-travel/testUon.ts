import {
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  refusedBy,
} from '../../../src/index.ts'
import { uonAddress } from './uonAddress.ts'
import { createUonClient } from './uonClient.ts'
import type { UonTarget } from './uonTarget.ts'

/** Reads the managers, which needs nothing but the key. Nothing is written. */
export async function testUon(
  input: ConnectionInput<UonTarget>,
  apiUrl: string | undefined,
): Promise<ConnectionReport> {
  try {
    const call = createUonClient(input, uonAddress(input.secrets, apiUrl))
    const answer = await call('manager')
    return answer.isDone ? { isOk: true, account: 'U-ON' } : connectionReport(answer.attempt, '')
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
