import { discordError } from './discordError.ts'

/** Where a message is posted, and what of it must not be logged. */
export type DiscordAddress = {
  /** Without a query. */
  url: string
  confidential: string[]
  /** Given in the subscription and not for the whole server. */
  isOwn: boolean
}

const HOST = /^(?:(?:ptb|canary)\.)?discord(?:app)?\.com$/
const PATH = /^\/(?:.*\/)?api\/(?:v\d{1,2}\/)?webhooks\/(\d{1,25})\/([\w-]{1,200})\/?$/

/**
 * Reads the address of a webhook. Other hosts than Discord's are taken too: where Discord cannot be reached, people go
 * through a proxy. With `apiUrl`, addresses of Discord itself lead there: to a proxy or a fake.
 * @throws FlowError FLOW_DISCORD_URL_MISSING, FLOW_DISCORD_URL_INVALID
 */
export function discordAddress(
  given: { own: string | undefined; shared: string | undefined },
  apiUrl?: string,
): DiscordAddress {
  const isOwn = (given.own ?? '').trim() !== ''
  const text = ((isOwn ? given.own : given.shared) ?? '').trim()
  if (text === '') throw discordError.urlMissing()
  const url = /^https?:\/\/[^/]/i.test(text) && URL.canParse(text) ? new URL(text) : null
  const [path, , token] = PATH.exec(url?.pathname ?? '') ?? []
  if (url === null || path === undefined || token === undefined) throw discordError.urlInvalid()
  const isDiscord = HOST.test(url.hostname)
  const isOpen = isDiscord && url.protocol !== 'https:'
  if (isOpen || url.username !== '' || url.password !== '') throw discordError.urlInvalid()
  const base = isDiscord && apiUrl ? apiUrl.replace(/\/+$/, '') : url.origin
  return { url: `${base}${path.replace(/\/$/, '')}`, confidential: [text, token], isOwn }
}
