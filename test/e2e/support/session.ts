import type { Page } from 'playwright-core'

import type { World } from './world.ts'

/** Chooses the language of the admin for the browser of the steps. */
export async function speak({ baseUrl, context }: World, language: 'en' | 'ru'): Promise<void> {
  await context.addCookies([{ name: 'payload-lng', value: language, url: baseUrl }])
}

/** Opens an address as somebody else, in a browser session of their own that has to sign in first. */
export async function signedInAs(
  { baseUrl, context }: World,
  who: { email: string; password: string },
  path: string,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = context.browser()
  if (!browser) throw new Error('the steps run in a browser of their own')
  const own = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 1000 } })
  try {
    const page = await own.newPage()
    await page.goto(`${baseUrl}${path}`)
    await page.waitForURL(/\/admin\/login\?redirect=/)
    await page.locator('#field-email').fill(who.email)
    await page.locator('#field-password').fill(who.password)
    await page.locator('button[type="submit"]').click()
    await page.waitForURL(`${baseUrl}${path}`)
    await run(page)
  } finally {
    await own.close()
  }
}
