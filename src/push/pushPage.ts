import type { PushBrowser, PushOptions } from './pushOptions.ts'

/** Options with their defaults; `browser` is undefined where there are no notifications. */
export type PushPage = {
  api: string
  scope: string
  label: string | undefined
  browser: PushBrowser | undefined
}

/** Reads the options, and whether the browser has what it takes. */
export function pushPage({ apiUrl = '/api', browser, label, scope }: PushOptions): PushPage {
  const api = apiUrl.replace(/\/+$/, '')
  return { api, label, scope: scope ?? `${api}/push/`, browser: browser ?? thisBrowser() }
}

function thisBrowser(): PushBrowser | undefined {
  const page: Partial<PushBrowser> & object = globalThis
  const isAble =
    'Notification' in page &&
    'PushManager' in page &&
    'navigator' in page &&
    'serviceWorker' in (page.navigator ?? {})
  return isAble ? (page as PushBrowser) : undefined
}
