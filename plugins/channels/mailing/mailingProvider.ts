import type { Json, ServiceAnswer, ServiceCall } from '../../../src/index.ts'
import type { mailingReasons } from './mailingReasons.ts'

/** Whose lists they are. */
export type MailingAccount = { account: string; apiKey: string; apiUrl: string }

/** Who is put on which list. */
export type MailingContact = {
  list: string
  email: string
  name: string
  /** E.164, or empty. */
  phone: string
  tags: string[]
  fields: Record<string, Json>
  isConfirmed: boolean
}

/** An answer to judge. */
export type MailingAnswer = Extract<ServiceAnswer, { isAnswer: true }>

/** What an answer means; `code` without the service's name. */
export type MailingVerdict =
  | {
      kind: 'done'
      code: string
      receipt: Record<string, string>
      remark?: 'already' | 'warned'
      detail?: string
    }
  | {
      kind: 'refused'
      code: string
      reason: keyof typeof mailingReasons
      detail: string
      isTemporary?: boolean
      waitMs?: number
    }
  /** Not the service's: a proxy, a wall, half an answer. */
  | { kind: 'foreign' }

/** A request without the tools that carry it. */
export type MailingCall = Pick<ServiceCall, 'url' | 'method' | 'headers' | 'form' | 'json'>

/** A token for the calls that follow, or what came instead of it. */
export type MailingLogin =
  | { token: string }
  | Extract<MailingVerdict, { kind: 'refused' | 'foreign' }>

/** What is special about one service. */
export type MailingProvider = {
  /** For people. */
  name: string
  apiUrl: string
  /** The list as the service names lists. */
  list: RegExp
  needsAccount: boolean
  /** Where the key must first be changed for a token. */
  login?: {
    call: (account: MailingAccount) => MailingCall
    judge: (answer: MailingAnswer) => MailingLogin
  }
  /** `token` is the key itself where there is no login. */
  add: (contact: MailingContact, account: MailingAccount, token: string) => MailingCall
  judge: (answer: MailingAnswer) => MailingVerdict
  /** Reads something, which changes nothing. */
  ask: (account: MailingAccount, token: string) => MailingCall
  isAsked: (answer: MailingAnswer) => boolean
}
