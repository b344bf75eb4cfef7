import { bitrixError } from './bitrixError.ts'

/** Where methods are called, and what of it must not be logged. */
export type BitrixAddress = {
  /** Without a slash at its end; a method's name follows. */
  base: string
  /** For people. */
  portal: string
  confidential: string[]
}

/** People copy the address with or without the name of a method at its end. */
const HOOK_PATH = /^\/rest\/(\d{1,10})\/(\w{8,100})(?:\/[\w.]*)?\/?$/

/**
 * Reads the address of an inbound webhook. With `apiUrl`, it leads there: to a proxy or a fake.
 * @throws FlowError FLOW_BITRIX_URL_MISSING, FLOW_BITRIX_URL_INVALID
 */
export function bitrixAddress(given: string | undefined, apiUrl?: string): BitrixAddress {
  const text = (given ?? '').trim()
  if (text === '') throw bitrixError.urlMissing()
  const url = URL.canParse(text) ? new URL(text) : null
  const [, user, code] = HOOK_PATH.exec(url?.pathname ?? '') ?? []
  const isPlain = url?.username === '' && url.password === '' && url.protocol === 'https:'
  if (url === null || !isPlain || user === undefined || code === undefined) {
    throw bitrixError.urlInvalid()
  }
  const origin = apiUrl ? apiUrl.replace(/\/+$/, '') : url.origin
  return { base: `${origin}/rest/${user}/${code}`, portal: url.host, confidential: [text, code] }
}
