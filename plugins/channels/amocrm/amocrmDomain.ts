import { amocrmError } from './amocrmError.ts'

/** One label before the two names that amoCRM has; a token must not reach any other host. */
const ACCOUNT_HOST = /^(?!www\.)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.(?:amocrm\.ru|kommo\.com)$/

/**
 * The host of an account, out of what people copy: the host itself or the address of a page.
 * @throws FlowError FLOW_AMOCRM_DOMAIN_INVALID
 */
export function amocrmDomain(given: string): string {
  const text = given.trim()
  const address = text.includes('://') ? text : `https://${text}`
  const url = URL.canParse(address) ? new URL(address) : null
  const isPlain = url?.protocol === 'https:' && url.port === ''
  if (!url || !isPlain || url.username !== '' || url.password !== '') {
    throw amocrmError.domainInvalid()
  }
  if (!ACCOUNT_HOST.test(url.hostname)) throw amocrmError.domainInvalid()
  return url.hostname
}
