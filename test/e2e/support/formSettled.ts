import type { Page, Request } from 'playwright-core'

const QUIET_MS = 600
const LONGEST_MS = 20_000

const isFormState = (request: Request): boolean => request.method() === 'POST'

/**
 * Resolves when the form has had no question to the server for a moment. Payload asks a moment after each keystroke, and a
 * question that comes later calls off the one before it: a row added in between would never get its fields.
 */
export async function formSettled(page: Page): Promise<void> {
  const startedAt = performance.now()
  let quietSince = startedAt
  const asked = (request: Request): void => {
    if (isFormState(request)) quietSince = Number.POSITIVE_INFINITY
  }
  const answered = (request: Request): void => {
    if (isFormState(request)) quietSince = performance.now()
  }
  page.on('request', asked).on('requestfinished', answered).on('requestfailed', answered)
  try {
    while (performance.now() - quietSince < QUIET_MS) {
      if (performance.now() - startedAt > LONGEST_MS) throw new Error('the form never came to rest')
      await page.waitForTimeout(50)
    }
  } finally {
    page.off('request', asked).off('requestfinished', answered).off('requestfailed', answered)
  }
}
