import { lptrackerError } from './lptrackerError.ts'
import type { LptrackerTarget } from './lptrackerTarget.ts'

/** Who logs in, and where. */
export type LptrackerAccount = { apiUrl: string; login: string; password: string }

const API_URL = 'https://direct.lptracker.ru'

/** The account of a try. @throws FlowError FLOW_LPTRACKER_LOGIN_MISSING, FLOW_LPTRACKER_PASSWORD_MISSING */
export function lptrackerAccount(
  target: Partial<Pick<LptrackerTarget, 'login'>>,
  secrets: Record<string, string>,
  apiUrl: string | undefined,
): LptrackerAccount {
  const login = (target.login ?? '').trim()
  if (login === '') throw lptrackerError.loginMissing()
  // Blanks at its ends may belong to a password.
  const password = secrets['password'] ?? ''
  if (password === '') throw lptrackerError.passwordMissing()
  return { apiUrl: (apiUrl || API_URL).replace(/\/+$/, ''), login, password }
}
