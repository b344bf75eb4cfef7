import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { sendCampaignBatch } from '../../../src/index.ts'
import { createAudience } from '../../support/events/marketingAudience.ts'
import { createMailServer } from '../../support/events/marketingMailServer.ts'
import { type MarketingWorld, openMarketingWorld } from '../../support/events/marketingWorld.ts'

const server = createMailServer()
let world: MarketingWorld
beforeAll(async () => {
  world = await openMarketingWorld({ email: server.email })
})
afterAll(async () => world?.destroy())

const { campaign, campaignTo, newCampaign, newReader, newTag, recipients } = createAudience(
  () => world,
)
const collection = 'email-campaigns'
const begin = (id: number) => world.payload.update({ collection, id, data: { status: 'sending' } })
const send = (campaignId: number, limit = 100) =>
  sendCampaignBatch(world.payload, { campaignId, limit })
const addressesOf = async (id: number): Promise<string[]> =>
  (await recipients(id)).map(({ email }) => String(email))

describe('who gets a campaign', () => {
  test('only subscribed people who pass every filter, counted alike before and at the start', async () => {
    const tag = newTag()
    const list = await world.payload.create({
      collection: 'newsletter-lists',
      data: { title: 'Скидки' },
    })
    const fits = { tags: [tag, 'other'], lists: [list.id], locale: 'ru' }
    await newReader(fits)
    await newReader(fits)
    await newReader({ ...fits, locale: 'en' })
    await newReader({ ...fits, tags: ['other'] })
    await newReader({ ...fits, lists: [] })
    for (const status of ['pending', 'unsubscribed', 'bounced', 'complained']) {
      await newReader({ ...fits, status })
    }
    const id = await newCampaign({ audience: { lists: [list.id], tags: [tag], locales: ['ru'] } })
    expect(await campaign(id)).toMatchObject({ audienceSize: 2, recipientsCount: 0 })
    await begin(id)
    expect(await campaign(id)).toMatchObject({ recipientsCount: 2, audienceSize: null })
    expect(await recipients(id)).toHaveLength(2)
    await send(id)
  })

  test('who subscribes after the start is not in it', async () => {
    const tag = newTag()
    await newReader({ tags: [tag] })
    const id = await newCampaign({ audience: { tags: [tag] } })
    await begin(id)
    await newReader({ tags: [tag] })
    expect(await send(id)).toMatchObject({ sent: 1, completed: 1 })
  })

  test('who left since the start, or was deleted, gets nothing', async () => {
    const id = await campaignTo(3)
    await begin(id)
    const [first, second, third] = await recipients(id)
    await world.payload.update({
      collection: 'newsletter-subscribers',
      id: Number(first?.['subscriber']),
      data: { status: 'unsubscribed' },
    })
    await world.payload.delete({
      collection: 'newsletter-subscribers',
      id: Number(second?.['subscriber']),
    })
    expect(await send(id)).toMatchObject({ sent: 1, skipped: 2, completed: 1 })
    expect(await campaign(id)).toMatchObject({ deliveredCount: 1, skippedCount: 2, failedCount: 0 })
    expect(await recipients(id)).toMatchObject([
      { status: 'skipped', error: 'unsubscribed' },
      { status: 'skipped', error: 'deleted', email: null },
      { status: 'sent', email: third?.['email'] },
    ])
    expect(server.takenFor(String(first?.['email']))).toEqual([])
  })
})

describe('the letter', () => {
  test('is personal, in two forms, with its own way out', async () => {
    const tag = newTag()
    await newReader({ email: 'anna@example.com', name: 'Анна <b>', tags: [tag], locale: 'ru' })
    await newReader({ email: 'john@example.com', tags: [tag], locale: 'en' })
    const id = await newCampaign({
      subject: '{{ subscriber.name | default: "Друг" }}, новинки',
      preheader: 'Только сегодня',
      html: '<p>Привет, {{ subscriber.name }}!</p><p><a href="https://shop.example/new?a=1&amp;b=2">Смотреть</a></p>',
      senderName: 'Утро',
      audience: { tags: [tag] },
    })
    await world.payload.update({
      collection,
      id,
      data: { subject: 'News for {{ subscriber.name | default: "you" }}' },
      locale: 'en',
    })
    await begin(id)
    await send(id)

    const [letter] = server.takenFor('anna@example.com')
    expect(letter).toMatchObject({
      subject: 'Анна <b>, новинки',
      from: { name: 'Утро', address: 'news@shop.example' },
      headers: {
        'List-Unsubscribe': expect.stringMatching(
          /^<https:\/\/shop\.example\/api\/newsletter-subscribers\/unsubscribe\?token=[\w.-]+>$/,
        ),
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    })
    const html = String(letter?.html)
    expect(html).toContain('Привет, Анна &lt;b&gt;!')
    expect(html).toContain('Только сегодня')
    expect(html).toContain('Отписаться от рассылки')
    expect(html).toMatch(/<a href="https:\/\/shop\.example\/api\/email-campaigns\/click\/[\w.-]+">/)
    expect(html).toMatch(/<img src="https:\/\/shop\.example\/api\/email-campaigns\/open\/[\w.-]+"/)
    expect(html).not.toContain('shop.example/new')
    const text = String(letter?.text)
    expect(text).toContain('Привет, Анна <b>!')
    expect(text).toContain('https://shop.example/new?a=1&b=2')
    expect(text).toContain('newsletter-subscribers/unsubscribe?token=')

    const [english] = server.takenFor('john@example.com')
    expect(english?.subject).toBe('News for you')
    expect(String(english?.html)).toContain('Unsubscribe</a>')
    expect(english?.messageId).not.toBe(letter?.messageId)
  })

  test('is written in the editor as well, with Liquid and formatting', async () => {
    const text = (words: string, format = 0) => ({ type: 'text', text: words, format, version: 1 })
    const paragraph = (...children: object[]) => ({ type: 'paragraph', version: 1, children })
    const tag = newTag()
    await newReader({ email: 'olga@example.com', tags: [tag] })
    const id = await newCampaign({
      html: '',
      content: {
        root: {
          type: 'root',
          version: 1,
          direction: null,
          format: '',
          indent: 0,
          children: [
            paragraph(text('Привет, {{ subscriber.name | default: "подруга" }} & co')),
            paragraph(text('Жирно', 1)),
          ],
        },
      },
      audience: { tags: [tag] },
    })
    await begin(id)
    await send(id)
    const [letter] = server.takenFor('olga@example.com')
    expect(String(letter?.html)).toContain('<p>Привет, подруга &amp; co</p>')
    expect(String(letter?.html)).toContain('<strong>Жирно</strong>')
    expect(String(letter?.text)).toContain('Привет, подруга & co')
  })
})

describe('a mail server in trouble', () => {
  test('asks to come back later, and gets the letter then', async () => {
    const id = await campaignTo(1)
    await begin(id)
    const [address = ''] = await addressesOf(id)
    let asked = 0
    server.answer(address, () => {
      asked += 1
      return asked === 1 ? { responseCode: 451, response: '451 4.7.1 greylisted' } : undefined
    })
    expect(await send(id)).toMatchObject({ sent: 0, postponed: 1, completed: 0 })
    expect(await send(id)).toMatchObject({ sent: 0, postponed: 0 })
    world.clock.forward(301_000)
    expect(await send(id)).toMatchObject({ sent: 1, completed: 1 })
    expect(await recipients(id)).toMatchObject([{ status: 'sent', attempts: 2, error: null }])
  })

  test('refuses four times: the letter has failed, the campaign is over', async () => {
    const id = await campaignTo(1)
    await begin(id)
    const [address = ''] = await addressesOf(id)
    server.answer(address, () => ({ responseCode: 452, response: '452 4.2.2 mailbox full' }))
    for (let round = 0; round < 3; round += 1) {
      expect(await send(id)).toMatchObject({ postponed: 1 })
      world.clock.forward(2 * 3_600_000 + 1000)
    }
    expect(await send(id)).toMatchObject({ failed: 1, completed: 1 })
    expect(await recipients(id)).toMatchObject([
      { status: 'failed', error: '452 4.2.2 mailbox full' },
    ])
  })

  test('knows no such mailbox: the address is not written to again', async () => {
    const id = await campaignTo(1)
    await begin(id)
    const [row] = await recipients(id)
    server.answer(String(row?.['email']), () => ({
      code: 'EENVELOPE',
      responseCode: 550,
      response: '550 5.1.1 user unknown',
    }))
    const types = (await world.eventsOf(() => send(id))).map(({ type }) => type)
    expect(types).toEqual(['newsletter.unsubscribed', 'campaign.completed'])
    expect(await campaign(id)).toMatchObject({ status: 'sent', failedCount: 1, deliveredCount: 0 })
    expect(
      await world.payload.findByID({
        collection: 'newsletter-subscribers',
        id: Number(row?.['subscriber']),
      }),
    ).toMatchObject({ status: 'bounced', unsubscribeReason: '550 5.1.1 user unknown' })
  })

  test('refuses a letter for what it says: the reader stays subscribed', async () => {
    const id = await campaignTo(1)
    await begin(id)
    const [row] = await recipients(id)
    server.answer(String(row?.['email']), () => ({ responseCode: 554, response: '554 5.7.1 spam' }))
    expect(await send(id)).toMatchObject({ failed: 1 })
    expect(
      await world.payload.findByID({
        collection: 'newsletter-subscribers',
        id: Number(row?.['subscriber']),
      }),
    ).toMatchObject({ status: 'subscribed' })
  })

  test('cannot be reached: nothing is lost, nothing fails, no letter is tried in vain', async () => {
    const id = await campaignTo(5)
    await begin(id)
    const addresses = await addressesOf(id)
    let calls = 0
    const down = () => {
      calls += 1
      return { code: 'ECONNECTION', response: 'connect ECONNREFUSED' }
    }
    for (const address of addresses) server.answer(address, down)
    for (let round = 0; round < 6; round += 1) {
      expect(await send(id)).toMatchObject({ sent: 0, failed: 0, stopped: 1 })
    }
    expect(calls).toBe(6)
    for (const address of addresses) server.answer(address, () => undefined)
    expect(await send(id)).toMatchObject({ sent: 5, completed: 1 })
  })
})

describe('processes', () => {
  test('several send one campaign together, every letter once', async () => {
    const id = await campaignTo(30)
    await begin(id)
    const results = await Promise.all([send(id, 30), send(id, 30), send(id, 30)])
    expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(30)
    for (const address of await addressesOf(id)) expect(server.takenFor(address)).toHaveLength(1)
    expect(await campaign(id)).toMatchObject({ status: 'sent', deliveredCount: 30 })
  })

  test('one dies with a letter in hand: that one is sent again, under the same Message-ID', async () => {
    const id = await campaignTo(3)
    await begin(id)
    const [address = ''] = await addressesOf(id)
    let die: (() => void) | undefined
    const reached = new Promise<void>((resolve) => {
      server.answer(address, () => {
        resolve()
        return new Promise((_, reject) => {
          die = () => reject(Object.assign(new Error('killed'), { code: 'ETIMEDOUT' }))
        })
      })
    })
    const dying = send(id, 1)
    await reached
    server.answer(address, () => undefined)
    expect(await send(id)).toMatchObject({ sent: 2, completed: 0 })
    expect(await send(id)).toMatchObject({ sent: 0, completed: 0 })
    world.clock.forward(121_000)
    expect(await send(id)).toMatchObject({ sent: 1, completed: 1 })
    // The one believed dead wakes up: what it says no longer counts.
    die?.()
    await dying
    expect(await campaign(id)).toMatchObject({ status: 'sent', deliveredCount: 3, failedCount: 0 })
    expect((await recipients(id)).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent'])
  })

  test('a pause stops the sending at the next letter, a cancellation for good', async () => {
    const id = await campaignTo(4)
    await begin(id)
    expect(await send(id, 1)).toMatchObject({ sent: 1 })
    await world.payload.update({ collection, id, data: { status: 'paused' } })
    expect(await send(id)).toMatchObject({ sent: 0, completed: 0 })
    await begin(id)
    expect(await send(id, 1)).toMatchObject({ sent: 1 })
    await world.payload.update({ collection, id, data: { status: 'cancelled' } })
    expect(await send(id)).toMatchObject({ sent: 0, completed: 0 })
    expect(await campaign(id)).toMatchObject({ deliveredCount: 2, skippedCount: 2 })
  })

  test('a manager who saves meanwhile does not undo what was counted', async () => {
    const id = await campaignTo(12)
    await begin(id)
    await Promise.all([
      send(id),
      ...Array.from({ length: 6 }, (_, n) =>
        world.payload.update({ collection, id, data: { title: `Название ${n}` } }),
      ),
    ])
    expect(await campaign(id)).toMatchObject({ status: 'sent', deliveredCount: 12 })
  })

  test('a letter put off when its campaign is cancelled is told as not sent in the end', async () => {
    const id = await campaignTo(1)
    await begin(id)
    const [address = ''] = await addressesOf(id)
    server.answer(address, () => ({ responseCode: 451, response: '451 later' }))
    expect(await send(id)).toMatchObject({ postponed: 1 })
    await world.payload.update({ collection, id, data: { status: 'cancelled' } })
    world.clock.forward(301_000)
    await send(id)
    expect(await recipients(id)).toMatchObject([{ status: 'skipped', error: 'campaign ended' }])
    expect(await campaign(id)).toMatchObject({ skippedCount: 1, failedCount: 0 })
  })

  test('a cancellation in the middle of the sending neither hangs nor miscounts', async () => {
    const id = await campaignTo(20)
    await begin(id)
    await Promise.all([
      send(id),
      send(id),
      world.payload.update({ collection, id, data: { status: 'cancelled' } }),
    ])
    const row = await campaign(id)
    const states = (await recipients(id)).map(({ status }) => status)
    const count = (status: string): number => states.filter((one) => one === status).length
    expect(row).toMatchObject({
      status: 'cancelled',
      deliveredCount: count('sent'),
      skippedCount: count('skipped'),
    })
    expect(count('queued')).toBe(0)
  })
})
