import * as z from 'zod'

import {
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  createReasons,
  quoteOf,
  refusedBy,
  type TokenCache,
} from '../../../src/index.ts'
import { lptrackerAccount } from './lptrackerAccount.ts'
import { createLptrackerClient } from './lptrackerClient.ts'
import { lptrackerReasons } from './lptrackerReasons.ts'
import type { LptrackerTarget } from './lptrackerTarget.ts'
import type { LptrackerAccount } from './lptrackerAccount.ts'

const text = z.union([z.string(), z.number()]).transform(String)
const projects = z.array(z.object({ id: text, name: text.catch('') }))

/** Logs in and reads the projects, among which the chosen one must be. Nothing is written. */
export async function testLptracker(
  input: ConnectionInput<LptrackerTarget>,
  { apiUrl, tokens }: { apiUrl: string | undefined; tokens: TokenCache<LptrackerAccount> },
): Promise<ConnectionReport> {
  const { secrets, target } = input
  try {
    const account = lptrackerAccount(target, secrets, apiUrl)
    const answer = await createLptrackerClient(input, account, tokens)('GET', '/projects')
    if (!answer.isDone) return connectionReport(answer.attempt, '')
    const known = projects.catch([]).parse(answer.result)
    const { project } = target
    // Stored credentials are checked without a project.
    if (project === undefined) return { isOk: true, account: `LPTracker ${account.login}` }
    const found = known.find(({ id }) => id === project)
    if (found === undefined) {
      const said = createReasons(lptrackerReasons)('project', { project: quoteOf(project) })
      return { isOk: false, code: 'LPTRACKER_PROJECT', ...said }
    }
    return { isOk: true, account: quoteOf(`LPTracker ${account.login}: ${found.name}`) }
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
