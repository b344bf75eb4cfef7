import type {
  CallbackRequest,
  CallbackResult,
  ServiceAnswer,
  ServiceCall,
  SuppressionReason,
} from '../../../src/index.ts'
import type { smsReasons } from './smsReasons.ts'

/** Whose account sends. */
export type SmsAccount = { account: string; apiKey: string; sender: string; apiUrl: string }

/** What is sent to whom. */
export type SmsMessage = {
  /** E.164, with its plus. */
  to: string
  text: string
  /** The delivery's id. */
  key: string
  callbackUrl?: string
}

/** What an answer means; `code` without the service's name. */
export type SmsVerdict =
  | { kind: 'sent'; messageId: string; remark?: 'moderated' }
  | {
      kind: 'refused'
      code: string
      reason: keyof typeof smsReasons
      detail: string
      /** It may heal by itself, not before so many milliseconds. */
      isTemporary?: boolean
      waitMs?: number
      suppress?: SuppressionReason
    }
  /** Not the service's: a proxy, a wall, half an answer. */
  | { kind: 'foreign' }

/** An answer to judge. */
export type SmsAnswer = Extract<ServiceAnswer, { isAnswer: true }>

/** A request without the tools that carry it. */
export type SmsCall = Pick<ServiceCall, 'url' | 'method' | 'headers' | 'form'>

/** What is special about one service. */
export type SmsProvider = {
  /** For people. */
  name: string
  apiUrl: string
  /** Throws FLOW_SMS_… for an account that cannot be one. */
  checkAccount?: (account: SmsAccount) => void
  send: (message: SmsMessage, account: SmsAccount) => SmsCall
  judge: (answer: SmsAnswer) => SmsVerdict
  /** Asks for the balance or the like, which sends nothing. */
  ask: (account: SmsAccount) => SmsCall
  /** Whose account it is; null when the answer is none of success. */
  whose: (answer: SmsAnswer, account: SmsAccount) => string | null
  readCallback: (request: CallbackRequest, account: Pick<SmsAccount, 'apiKey'>) => CallbackResult
}
