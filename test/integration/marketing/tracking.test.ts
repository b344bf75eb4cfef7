import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { inTransaction } from '../../../src/http/inTransaction.ts'
import { sendCampaignBatch } from '../../../src/index.ts'
import { createTokenSigner } from '../../../src/credentials/signedToken.ts'
import { until } from '../../support/flow/until.ts'
import { createAudience } from '../../support/events/marketingAudience.ts'
import { createMailServer } from '../../support/events/marketingMailServer.ts'
import { type MarketingWorld, openMarketingWorld } from '../../support/events/marketingWorld.ts'

const server = createMailServer()
let world: MarketingWorld
beforeAll(async () => {
  world = await openMarketingWorld({ email: server.email })
})
afterAll(async () => world?.destroy())

const { campaign, campaignTo, recipients } = createAudience(() => world)
const person = {
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140 Safari',
}
const robot = { 'user-agent': 'Mozilla/5.0 (compatible; Barracuda Sentinel bot)' }
const target = 'https://shop.example/new?a=1&b=2'

let id = 0
let pixel = ''
let link = ''
let leave = ''
beforeEach(async () => {
  id = await campaignTo(2, {
    html: `<a href="${target.replace('&', '&amp;')}">Смотреть</a> <a href="mailto:a@b.ru">почта</a>`,
  })
  await world.payload.update({
    collection: 'email-campaigns',
    id,
    data: { status: 'sending' },
  })
  await sendCampaignBatch(world.payload, { campaignId: id })
  const [row] = await recipients(id)
  const [letter] = server.takenFor(String(row?.['email']))
  const html = String(letter?.html)
  pixel = html.match(/\/api(\/email-campaigns\/open\/[\w.-]+)/)?.[1] ?? ''
  link = html.match(/\/api(\/email-campaigns\/click\/[\w.-]+)/)?.[1] ?? ''
  leave = html.match(/\/api(\/newsletter-subscribers\/unsubscribe\?token=[\w.-]+)/)?.[1] ?? ''
  expect(html).toContain('href="mailto:a@b.ru"')
})

const get = (path: string, headers: Record<string, string> = person) =>
  world.rest('GET', path, undefined, { headers })
const first = async () => (await recipients(id))[0]

describe('the picture', () => {
  test('counts the first look of a person, and shows the same to everybody', async () => {
    const answer = await get(pixel)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/gif')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.bytes.subarray(0, 6).toString()).toBe('GIF89a')
    const opened = await first()
    expect(opened?.['openedAt']).toEqual(expect.any(String))
    world.clock.forward(1000)
    await get(pixel)
    expect((await first())?.['openedAt']).toBe(opened?.['openedAt'])
    expect(await campaign(id)).toMatchObject({ openedCount: 1, clickedCount: 0, openRate: 50 })
  })

  test.each([
    ['a robot', robot],
    ['nobody by name', {}],
    ['a browser that looks ahead', { ...person, 'sec-purpose': 'prefetch' }],
    ['a bare Mozilla/5.0, as mail clouds call themselves', { 'user-agent': 'Mozilla/5.0' }],
  ])('notes a look of %s apart', async (_, headers) => {
    expect((await get(pixel, headers)).status).toBe(200)
    expect(await campaign(id)).toMatchObject({ openedCount: 0 })
    expect(await first()).toMatchObject({ openedAt: null, machineOpenedAt: expect.any(String) })
  })

  test('counts the proxies that load pictures when a person opens a letter', async () => {
    await get(pixel, {
      'user-agent': 'Mozilla/5.0 (Windows NT 5.1) Firefox/11.0 (via ggpht.com GoogleImageProxy)',
    })
    expect(await campaign(id)).toMatchObject({ openedCount: 1 })
  })

  test.each([
    ['rubbish', 'rubbish'],
    ['two parts', 'a.b'],
    ['a NUL', '%00'],
    ['five thousand letters', 'x'.repeat(5000)],
  ])('is a picture for %s too, and counts nothing', async (_, token) => {
    const answer = await get(`/email-campaigns/open/${token}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/gif'])
    expect(await campaign(id)).toMatchObject({ openedCount: 0 })
  })

  test('HEAD is no look', async () => {
    expect((await world.rest('HEAD', pixel, undefined, { headers: person })).status).toBe(200)
    expect(await first()).toMatchObject({ openedAt: null, machineOpenedAt: null })
  })

  test('twenty looks at once are one', async () => {
    await Promise.all(Array.from({ length: 20 }, () => get(pixel)))
    expect(await campaign(id)).toMatchObject({ openedCount: 1, openRate: 50 })
  })
})

describe('the link', () => {
  test('leads to what was written, counts a click, and an open', async () => {
    const answer = await get(link)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, target])
    await get(link)
    expect(await first()).toMatchObject({
      clicks: 2,
      clickedAt: expect.any(String),
      openedAt: expect.any(String),
    })
    expect(await campaign(id)).toMatchObject({ clickedCount: 1, openedCount: 1, openRate: 50 })
    await get(pixel)
    expect(await campaign(id)).toMatchObject({ openedCount: 1 })
  })

  test('leads robots and HEAD there too, uncounted', async () => {
    const head = await world.rest('HEAD', link, undefined, { headers: person })
    expect([head.status, head.headers.get('location')]).toEqual([302, target])
    expect((await get(link, robot)).headers.get('location')).toBe(target)
    expect(await campaign(id)).toMatchObject({ clickedCount: 0, openedCount: 0 })
  })

  test('leads nowhere that we did not sign', async () => {
    const subject = '1 https://evil.example/'
    const forged = createTokenSigner('another secret', 'campaign-click').sign({ subject })
    const otherPurpose = createTokenSigner(world.payload.secret, 'campaign-open').sign({ subject })
    for (const token of [forged, otherPurpose, 'https%3A%2F%2Fevil.example', 'x.y']) {
      const answer = await get(`/email-campaigns/click/${token}`)
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
      expect(answer.headers.get('content-type')).toContain('text/html')
    }
  })

  test('clicks at the very same moment are clicks of one person', async () => {
    const row = await first()
    // Both wait for the same row, so that neither has seen the other when it begins.
    const clicks = await inTransaction(world.payload, async ({ sql }) => {
      await sql.query('select 1 from campaign_recipients where id = $1 for update', [row?.['id']])
      const begun = [get(link), get(link)]
      await until(async () => {
        const { rows } = await world.sql.query<{ waiting: string }>(
          `select count(*) as waiting from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and query like '%clicked%'`,
        )
        return Number(rows[0]?.waiting) === 2
      }, 'two clicks in the queue')
      return begun
    })
    await Promise.all(clicks)
    expect(await first()).toMatchObject({ clicks: 2 })
    expect(await campaign(id)).toMatchObject({ clickedCount: 1, openedCount: 1 })
  })

  test('works after the campaign and its reader are gone', async () => {
    await world.payload.delete({ collection: 'email-campaigns', id })
    expect((await get(link)).headers.get('location')).toBe(target)
    expect((await get(pixel)).status).toBe(200)
  })
})

test('leaving by the letter of a campaign counts for the campaign, once', async () => {
  const oneClick = () => world.rest('POST', leave, undefined, { headers: {} })
  expect((await oneClick()).status).toBe(200)
  expect((await oneClick()).status).toBe(200)
  expect(await campaign(id)).toMatchObject({ unsubscribedCount: 1 })
  expect(await first()).toMatchObject({ unsubscribedAt: expect.any(String) })
})
