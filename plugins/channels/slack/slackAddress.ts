import { slackError } from './slackError.ts'

/** Where a message is posted, and what of it must not be logged. */
export type SlackAddress = {
  url: string
  confidential: string[]
  /** Given in the subscription and not for the whole server. */
  isOwn: boolean
}

const SLACK_HOST = /(?:^|\.)slack(?:-gov)?\.com$/
const HOOKS = /^hooks\.slack(?:-gov)?\.com$/
const HOOK_PATH = /^\/(?:services|workflows|triggers)\/[\w-]+\/[\w-]+(?:\/[\w-]+)*\/?$/

/**
 * Reads the address of a webhook. Other hosts than Slack's are taken too: Mattermost and other chats speak its protocol.
 * With `apiUrl`, addresses of Slack itself lead there: to a proxy or a fake.
 * @throws FlowError FLOW_SLACK_URL_MISSING, FLOW_SLACK_URL_INVALID
 */
export function slackAddress(
  given: { own: string | undefined; shared: string | undefined },
  apiUrl?: string,
): SlackAddress {
  const isOwn = (given.own ?? '').trim() !== ''
  const text = ((isOwn ? given.own : given.shared) ?? '').trim()
  if (text === '') throw slackError.urlMissing()
  const url = parse(text)
  const isSlack = HOOKS.test(url.hostname)
  const base = isSlack && apiUrl ? apiUrl.replace(/\/+$/, '') : url.origin
  return {
    url: `${base}${url.pathname}${url.search}`,
    confidential: [text, ...secretParts(url)],
    isOwn,
  }
}

function parse(text: string): URL {
  const url = /^https?:\/\/[^/]/i.test(text) && URL.canParse(text) ? new URL(text) : null
  if (url === null || url.username !== '' || url.password !== '') throw slackError.urlInvalid()
  const isHook = HOOKS.test(url.hostname)
    ? url.protocol === 'https:' && HOOK_PATH.test(url.pathname)
    : !SLACK_HOST.test(url.hostname) && url.pathname.length > 1
  if (!isHook) throw slackError.urlInvalid()
  return url
}

/** The path is the secret; its last part alone would do for a stranger who knows the rest. */
function secretParts({ pathname, search }: URL): string[] {
  const path = pathname.replace(/^\/(?:services|workflows|triggers|hooks)\//, '').replace(/^\//, '')
  const last = path.split('/').findLast((part) => part.length >= 6)
  return [
    path,
    ...(last === undefined ? [] : [last]),
    ...(search.length > 1 ? [search.slice(1)] : []),
  ]
}
