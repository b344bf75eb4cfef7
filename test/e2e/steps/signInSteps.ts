import type { Step } from '../support/world.ts'

/** The way in. */
export const signInSteps: Step[] = [
  {
    name: 'the administrator signs in',
    run: async ({ admin, baseUrl, page }) => {
      await page.goto(`${baseUrl}/admin/login`)
      await page.locator('#field-email').fill(admin.email)
      await page.locator('#field-password').fill(admin.password)
      await page.locator('button[type="submit"]').click()
      await page.waitForURL(`${baseUrl}/admin`)
      await page.getByRole('link', { name: 'Event subscriptions' }).first().waitFor()
    },
  },
]
