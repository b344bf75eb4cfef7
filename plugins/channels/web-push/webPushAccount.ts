import { type VapidKeys, vapidKeysOf } from './vapidKeys.ts'
import { webPushError } from './webPushError.ts'

/** Keys of the server's own and where push services are reached; empty means none. */
export type WebPushOptions = {
  publicKey?: string | undefined
  privateKey?: string | undefined
  subject?: string | undefined
  /** Requests go to this origin instead of the endpoint's own, path and signature unchanged: a proxy or a fake. */
  serviceUrl?: string | undefined
}

/** Whose notifications they are. */
export type WebPushAccount = VapidKeys & { subject: string }

/** The account of a try. @throws FlowError FLOW_WEB_PUSH_KEY_…, FLOW_WEB_PUSH_KEYS_DIFFER, FLOW_WEB_PUSH_SUBJECT_… */
export function webPushAccount(
  {
    subject: own,
    privateKey: given,
  }: { subject?: string | null | undefined; privateKey?: string | undefined },
  options: WebPushOptions,
): WebPushAccount {
  const keys = given ? vapidKeysOf(given) : serverKeys(options)
  if (keys === undefined) throw webPushError.keyMissing()
  const subject = (own || options.subject || '').trim()
  if (subject === '') throw webPushError.subjectMissing()
  checkSubject(subject)
  return { ...keys, subject }
}

/** The pair out of the environment; undefined when there is none. */
export function serverKeys({ privateKey, publicKey }: WebPushOptions): VapidKeys | undefined {
  return privateKey ? vapidKeysOf(privateKey, publicKey) : undefined
}

function checkSubject(subject: string): void {
  const isMail = /^mailto:[^\s@]+@[^\s@]+$/.test(subject)
  const url = URL.canParse(subject) ? new URL(subject) : undefined
  const isSite = url?.protocol === 'https:' && url.hostname.includes('.') && !isLocal(url.hostname)
  if (!isMail && !isSite) throw webPushError.subjectInvalid(subject)
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost')
}
