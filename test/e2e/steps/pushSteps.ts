import { expectEqual } from '../support/expect.ts'
import type { Step } from '../support/world.ts'

/** Notifications for staff, up to where a push service on the internet would be needed. */
export const pushSteps: Step[] = [
  {
    name: 'the account page switches notifications of this browser',
    run: async ({ baseUrl, context, page }) => {
      await context.grantPermissions(['notifications'], { origin: baseUrl })
      await page.goto(`${baseUrl}/admin/account`)
      const card = page.locator('section', { hasText: 'Notifications in this browser' }).last()
      await card.waitFor()
      // A fresh installation has no keys yet, and says so.
      await card.getByRole('button', { name: 'Switch on' }).click()
      await page.getByText('this site has no keys for notifications').first().waitFor()
      await card.getByText('off', { exact: true }).waitFor()
      const worker = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.register('/api/push/worker.js', {
          scope: '/api/push/',
        })
        return new URL(registration.scope).pathname
      })
      expectEqual(worker, '/api/push/', 'what the worker looks after')
    },
  },
]
