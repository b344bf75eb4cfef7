import { expectEqual } from '../support/expect.ts'
import { formSettled } from '../support/formSettled.ts'
import { idOf } from '../support/idOf.ts'
import { loggedOrder } from '../support/loggedOrder.ts'
import { refreshUntil } from '../support/refreshUntil.ts'
import { created, rest } from '../support/rest.ts'
import { signedInAs, speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

const address = '/admin/mail-outbox'
/** A picture that would tell who looks. */
const tracker = '/tracker.png'

/** Letters that are kept on this machine, and reasons in the reader's language. */
export const outboxSteps: Step[] = [
  {
    name: 'EV-30 the dashboard says that mail stays here and leads to the letters',
    run: fromBanner,
  },
  { name: 'a letter is read in a frame that runs and loads nothing', run: reads },
  { name: 'a file is put to a letter in the form, and the letter shows it', run: withFile },
  { name: 'a name that is not of a letter opens nothing', run: noOtherFiles },
  { name: 'account letters are for administrators, not for managers', run: accountLetters },
  { name: 'EV-50 a failed delivery gives its reason in Russian', run: russianReason },
]

async function fromBanner(world: World): Promise<void> {
  const { baseUrl, page, receiver } = world
  await speak(world, 'en')
  await created(world, '/api/event-subscriptions', {
    name: 'Letters',
    events: ['order.created'],
    channels: [
      {
        blockType: 'email',
        to: 'anna@example.com',
        subject: 'Заказ {{ data.current.id }}',
        body: 'Спасибо за заказ!',
        html: `<h1>Спасибо!</h1><img src="${receiver.url(tracker)}"><script>parent.hacked = 1</script>`,
      },
    ],
  })
  const order = await created(world, '/api/orders?locale=ru', {
    total: { amount: 900, currency: 'RUB' },
  })
  world.ids.set('letter', order)
  await page.goto(`${baseUrl}/admin`)
  await page.locator('.fm-board').getByText('No mail server is configured').waitFor()
  await page.getByRole('link', { name: 'Open the mail outbox' }).click()
  await page.waitForURL(`${baseUrl}${address}`)
}

async function reads(world: World): Promise<void> {
  const { baseUrl, page, receiver } = world
  const entry = page.locator('.fm-entry', { hasText: `Заказ ${idOf(world, 'letter')}` })
  for (let look = 0; look < 20 && (await entry.count()) === 0; look += 1) {
    await page.goto(`${baseUrl}${address}`)
    await entry.waitFor({ timeout: 1_500 }).catch(() => undefined)
  }
  await entry.click()
  await page.waitForURL(/\?letter=/)
  const frame = page.locator('iframe.fm-letter')
  expectEqual(await frame.getAttribute('sandbox'), '', 'sandbox of the frame')
  await page.frameLocator('iframe.fm-letter').getByRole('heading', { name: 'Спасибо!' }).waitFor()
  await page.getByRole('region', { name: 'Plain text' }).getByText('Спасибо за заказ!').waitFor()
  await page.getByRole('region', { name: 'Header lines' }).getByText('Message-ID').waitFor()
  expectEqual(await page.evaluate('window.hacked'), undefined, 'what a script of the letter did')
  // A frame has loaded when its pictures have.
  const letter = await (await frame.elementHandle())?.contentFrame()
  await letter?.waitForLoadState('load')
  expectEqual(receiver.received(tracker).length, 0, 'pictures that were asked for')
}

async function withFile(world: World): Promise<void> {
  const { baseUrl, page, receiver } = world
  await page.goto(`${baseUrl}/admin/collections/event-subscriptions/create`)
  await page.locator('#field-name').fill('Invoices')
  await page.getByRole('searchbox', { name: 'Search events' }).fill('order created')
  await page.locator('input[name="order.created"]').check()
  await formSettled(page)
  await page.getByRole('button', { name: 'Add channel' }).click()
  const drawer = page.locator('.blocks-drawer__blocks-wrapper')
  await drawer.locator('.thumbnail-card', { hasText: 'E-mail' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await page.getByText('Text, HTML, attachments').waitFor()
  await page.locator('#field-channels__0__to').fill('anna@example.com')
  await page.locator('#field-channels__0__subject').fill('Your invoice')
  await page
    .locator('.collapsible__toggle-wrap', { hasText: 'Advanced' })
    .locator('.collapsible__toggle')
    .click()
  await formSettled(page)
  await page.getByRole('button', { name: 'Add file' }).click()
  await page.locator('#field-channels__0__attachments__0__url').fill(receiver.url('/invoice'))
  await page
    .locator('#field-channels__0__attachments__0__name')
    .fill('invoice-{{ data.current.number }}.txt')
  await formSettled(page)
  await page.locator('#action-save').click()
  await page.waitForURL(/event-subscriptions\/(?!create)[^/?]+/)
  const { number } = await loggedOrder(world)
  const entry = page.locator('.fm-entry', { hasText: 'Your invoice' })
  await refreshUntil(page, `${baseUrl}${address}`, entry)
  await entry.first().click()
  await page.waitForURL(/\?letter=/)
  await page.getByText('Files with it').waitFor()
  await page.getByText(`invoice-${number}.txt`).waitFor()
}

async function noOtherFiles({ baseUrl, page }: World): Promise<void> {
  for (const id of ['../secrets', '..%2F..%2Fetc%2Fpasswd', '20260101T000000.000Z-00000000']) {
    await page.goto(`${baseUrl}${address}?letter=${encodeURIComponent(id)}`)
    await page.getByText('There is no such letter').waitFor()
  }
}

async function accountLetters(world: World): Promise<void> {
  const { admin, baseUrl, page } = world
  const manager = { email: 'manager@example.com', password: 'manager-password' }
  await created(world, '/api/users', { ...manager, role: 'manager' })
  const { email } = admin
  const asked = await rest(world, 'POST', '/api/users/forgot-password', { email })
  expectEqual(asked.status, 200, 'status of the forgotten password')
  await page.goto(`${baseUrl}${address}`)
  const letter = page.locator('.fm-entry', { hasText: 'account letter' }).first()
  await letter.waitFor()
  const href = (await letter.getAttribute('href')) ?? ''
  await signedInAs(world, manager, address, async (own) => {
    await own.locator('.fm-entry', { hasText: 'Заказ' }).first().waitFor()
    expectEqual(await own.getByText('account letter').count(), 0, 'account letters in the list')
    await own.goto(`${baseUrl}${href}`)
    await own.getByText('There is no such letter, or it is for administrators only.').waitFor()
  })
}

async function russianReason(world: World): Promise<void> {
  const { baseUrl, page } = world
  await speak(world, 'ru')
  await page.goto(`${baseUrl}/admin/collections/event-deliveries/${idOf(world, 'failed')}`)
  await page.getByText('получатель отказался принять сообщение (400)').first().waitFor()
  await speak(world, 'en')
  await page.reload()
  await page.getByText('the receiver refused it (400)').first().waitFor()
}
