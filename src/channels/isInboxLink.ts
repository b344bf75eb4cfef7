import { inboxLimits } from './inboxLimits.ts'

/**
 * Whether a notification may lead there: a page of this site (`/account/orders/7`) or a whole address that begins with
 * `https://`. Never a script, another protocol, or an address with a name and password in it.
 */
export function isInboxLink(link: string): boolean {
  if (link.length > inboxLimits.link || /[\s\p{Cc}\\]/u.test(link)) return false
  // Browsers read `//host` as another site.
  if (link.startsWith('/')) return !link.startsWith('//')
  if (!/^https:\/\//i.test(link) || !URL.canParse(link)) return false
  const { password, username } = new URL(link)
  return username === '' && password === ''
}
