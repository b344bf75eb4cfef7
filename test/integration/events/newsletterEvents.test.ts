import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { threeWays } from '../../support/events/marketingWays.ts'
import { type MarketingWorld, openMarketingWorld } from '../../support/events/marketingWorld.ts'

let world: MarketingWorld
beforeAll(async () => {
  world = await openMarketingWorld()
})
afterAll(async () => world?.destroy())

const ways = threeWays(() => world)
let counter = 0
const address = (): string => {
  counter += 1
  return `reader-${counter}@example.com`
}
const typesOf = async (act: () => Promise<unknown>): Promise<string[]> =>
  (await world.eventsOf(act)).map(({ type }) => type)
const newSubscriber = async (data: Record<string, unknown> = {}): Promise<number> => {
  const subscriber = await world.payload.create({
    collection: 'newsletter-subscribers',
    data: { email: address(), ...data },
  })
  return Number(subscriber.id)
}

describe.each(ways)('subscribers written through $name', ({ create, update }) => {
  const slug = 'newsletter-subscribers'

  test('EV-03 newsletter.subscribed: created as a subscriber, or confirmed later', async () => {
    expect(await typesOf(() => create(slug, { email: address(), status: 'subscribed' }))).toEqual([
      'newsletter.subscribed',
    ])
    let id = 0
    const waiting = await typesOf(async () => {
      id = await create(slug, { email: address(), status: 'pending' })
    })
    expect(waiting).toEqual([])
    const [event, ...rest] = await world.eventsOf(() => update(slug, id, { status: 'subscribed' }))
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      type: 'newsletter.subscribed',
      data: { previous: { status: 'pending' }, changed: ['status', 'subscribedAt'] },
    })
  })

  test.each(['unsubscribed', 'bounced', 'complained'])(
    'EV-03 newsletter.unsubscribed: the status left subscribed for %s',
    async (status) => {
      const id = await newSubscriber({ status: 'subscribed' })
      const [event, ...rest] = await world.eventsOf(() => update(slug, id, { status }))
      expect(rest).toEqual([])
      expect(event).toMatchObject({ type: 'newsletter.unsubscribed', data: { statusTo: status } })
      expect(event?.data.current['unsubscribedAt']).toEqual(expect.any(String))
    },
  )

  test('EV-03 newsletter.resubscribed: came back', async () => {
    const id = await newSubscriber({ status: 'subscribed' })
    await update(slug, id, { status: 'unsubscribed' })
    const [event, ...rest] = await world.eventsOf(() => update(slug, id, { status: 'subscribed' }))
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      type: 'newsletter.resubscribed',
      data: { current: { unsubscribedAt: null, resubscribedAt: expect.any(String) } },
    })
  })

  test('other changes and repeated statuses mean nothing', async () => {
    const id = await newSubscriber({ status: 'subscribed' })
    const waiting = await newSubscriber()
    const quiet = await typesOf(async () => {
      await update(slug, id, { name: 'Мария' })
      await update(slug, id, { status: 'subscribed' })
      await update(slug, waiting, { status: 'unsubscribed' })
      await update(slug, waiting, { status: 'bounced' })
    })
    expect(quiet).toEqual([])
  })
})

test('a first subscription after an early refusal is no return', async () => {
  const id = await newSubscriber({ status: 'unsubscribed' })
  const types = await typesOf(() =>
    world.payload.update({
      collection: 'newsletter-subscribers',
      id,
      data: { status: 'subscribed' },
    }),
  )
  expect(types).toEqual(['newsletter.subscribed'])
})

test('two writers that subscribe one person at once mean one event, and no return', async () => {
  const id = await newSubscriber()
  const types = await typesOf(() =>
    Promise.all(
      Array.from({ length: 6 }, () =>
        world.payload.update({
          collection: 'newsletter-subscribers',
          id,
          data: { status: 'subscribed' },
        }),
      ),
    ),
  )
  expect(types).toEqual(['newsletter.subscribed'])
  const row = await world.payload.findByID({ collection: 'newsletter-subscribers', id })
  expect(row['resubscribedAt'] ?? null).toBeNull()
})

test('a bulk update means one event for everybody who was subscribed', async () => {
  const ids = [
    await newSubscriber({ status: 'subscribed' }),
    await newSubscriber({ status: 'subscribed' }),
    await newSubscriber(),
  ]
  const types = await typesOf(() =>
    world.payload.update({
      collection: 'newsletter-subscribers',
      where: { id: { in: ids } },
      data: { status: 'unsubscribed' },
    }),
  )
  expect(types).toEqual(['newsletter.unsubscribed', 'newsletter.unsubscribed'])
})

describe('the way of a reader', () => {
  const subscribe = (body: Record<string, unknown>) =>
    world.rest('POST', '/newsletter-subscribers/subscribe', body)
  const pathIn = async (email: string, which: string): Promise<string> => {
    const mails = await world.mailTo(email)
    const link = mails.at(-1)?.text.match(/https:\/\/shop\.example\/api(\/\S+)/)?.[1] ?? ''
    expect(link).toContain(`/newsletter-subscribers/${which}?token=`)
    return link
  }

  test('EV-03 newsletter.subscribed: the form, the letter, the link', async () => {
    const email = address()
    expect(await typesOf(() => subscribe({ email, locale: 'ru' }))).toEqual([])
    const link = await pathIn(email, 'confirm')
    const [event, ...rest] = await world.eventsOf(() => world.rest('GET', link))
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      type: 'newsletter.subscribed',
      data: { current: { email, status: 'subscribed', source: 'site' } },
    })
    expect(JSON.stringify(event)).not.toContain('onfirmationNonce')
    expect(await typesOf(() => world.rest('GET', link))).toEqual([])
  })

  test('EV-03 newsletter.unsubscribed and .resubscribed: one click each', async () => {
    const email = address()
    const id = await newSubscriber({ email, status: 'subscribed' })
    await subscribe({ email })
    const leave = await pathIn(email, 'unsubscribe')
    expect(await typesOf(() => world.rest('GET', leave))).toEqual([])
    expect(await typesOf(() => world.rest('POST', leave))).toEqual(['newsletter.unsubscribed'])
    expect(await typesOf(() => world.rest('POST', leave))).toEqual([])

    expect(await typesOf(() => subscribe({ email }))).toEqual([])
    const back = await pathIn(email, 'confirm')
    expect(await typesOf(() => world.rest('GET', back))).toEqual(['newsletter.resubscribed'])
    expect(
      await world.payload.findByID({ collection: 'newsletter-subscribers', id }),
    ).toMatchObject({ status: 'subscribed' })
  })

  test('an old confirmation link brings nobody back who left', async () => {
    const email = address()
    await subscribe({ email })
    const confirm = await pathIn(email, 'confirm')
    await world.rest('GET', confirm)
    await subscribe({ email })
    await world.rest('POST', await pathIn(email, 'unsubscribe'))
    const answer = { status: 0 }
    const types = await typesOf(async () => {
      answer.status = (await world.rest('GET', confirm)).status
    })
    expect(answer.status).toBe(400)
    expect(types).toEqual([])
  })
})
