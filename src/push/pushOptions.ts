/**
 * How things stand in this browser.
 * - `unsupported`: it has no notifications; on iOS the site must be on the home screen first.
 * - `denied`: the person refused; only the browser's own settings can change that.
 * - `off`, `on`.
 */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

/** The parts of a browser that are used. */
export type PushBrowser = Pick<typeof globalThis, 'fetch'> & {
  navigator: Pick<Navigator, 'serviceWorker'>
  Notification: Pick<typeof Notification, 'permission' | 'requestPermission'>
}

/** Where the API is and how the browser is called. */
export type PushOptions = {
  /** Address of the API, on the page's own origin. @default '/api' */
  apiUrl?: string
  /** What the service worker looks after; a scope of its own leaves a site's own worker alone. @default '<apiUrl>/push/' */
  scope?: string
  /** Name of the device for its owner. @default what the browser says of itself, `Chrome, Windows` */
  label?: string
  /** @default this page's */
  browser?: PushBrowser
}
