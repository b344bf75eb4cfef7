import { existsSync } from 'node:fs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of an installed Chromium or Chrome; `CHROMIUM_PATH` decides when it is set. Throws when there is none. */
export function findBrowser(env: NodeJS.ProcessEnv): string {
  const given = env['CHROMIUM_PATH']
  const found = (given ? [given] : usual).find((file) => existsSync(file))
  if (found) return found
  throw new Error('no Chromium found; install it (apt-get install chromium) or set CHROMIUM_PATH')
}
