import type { Locator, Page } from 'playwright-core'

const MOST_MS = 90_000
const LOOK_MS = 3_000

/** Opens a page again and again until it shows something; for lists, which do not refresh themselves. */
export async function refreshUntil(page: Page, address: string, wanted: Locator): Promise<void> {
  const deadline = Date.now() + MOST_MS
  for (;;) {
    await page.goto(address)
    try {
      await wanted.first().waitFor({ timeout: LOOK_MS })
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
  }
}
