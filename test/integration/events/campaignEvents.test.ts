import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { sendCampaignBatch } from '../../../src/index.ts'
import { createAudience } from '../../support/events/marketingAudience.ts'
import { threeWays } from '../../support/events/marketingWays.ts'
import { type MarketingWorld, openMarketingWorld } from '../../support/events/marketingWorld.ts'

let world: MarketingWorld
beforeAll(async () => {
  world = await openMarketingWorld()
})
afterAll(async () => world?.destroy())

const { campaign, campaignTo, newCampaign, newTag } = createAudience(() => world)
const slug = 'email-campaigns'
const typesOf = async (act: () => Promise<unknown>): Promise<string[]> =>
  (await world.eventsOf(act)).map(({ type }) => type)
const setStatus = (id: number, status: string) => () =>
  world.payload.update({ collection: slug, id, data: { status } })

describe.each(threeWays(() => world))('campaigns written through $name', ({ create, update }) => {
  test('EV-03 campaign.created: from a title alone', async () => {
    expect(await typesOf(() => create(slug, { title: 'Черновик', status: 'draft' }))).toEqual([
      'campaign.created',
    ])
  })

  test('EV-03 campaign.created and .started: created as one that is being sent', async () => {
    const data = { title: 'Сразу', subject: 'Тема', html: '<p>Текст</p>', status: 'sending' }
    expect(await typesOf(() => create(slug, data))).toEqual([
      'campaign.created',
      'campaign.started',
    ])
  })

  test('EV-03 campaign.started and .completed: by status', async () => {
    const id = await campaignTo(2)
    const [started, ...rest] = await world.eventsOf(() => update(slug, id, { status: 'sending' }))
    expect(rest).toEqual([])
    expect(started).toMatchObject({
      type: 'campaign.started',
      data: {
        current: { status: 'sending', recipientsCount: 2, startedAt: expect.any(String) },
        previous: { status: 'draft' },
      },
    })
    const [completed, ...more] = await world.eventsOf(() => update(slug, id, { status: 'sent' }))
    expect(more).toEqual([])
    expect(completed).toMatchObject({
      type: 'campaign.completed',
      data: { current: { completedAt: expect.any(String), skippedCount: 2 } },
    })
  })

  test('a pause is no event, and going on is no start', async () => {
    const id = await campaignTo(1)
    await update(slug, id, { status: 'sending' })
    const quiet = await typesOf(async () => {
      await update(slug, id, { status: 'paused' })
      await update(slug, id, { title: 'Переименована' })
      await update(slug, id, { status: 'sending' })
      await update(slug, id, { status: 'sending' })
      await update(slug, id, { status: 'cancelled' })
    })
    expect(quiet).toEqual([])
  })
})

describe('sending', () => {
  test('EV-03 campaign.started and .completed: a small campaign is sent by the request itself', async () => {
    const id = await campaignTo(3)
    const types = await typesOf(async () => {
      const answer = await world.rest('POST', `/email-campaigns/${id}/send`, undefined, {
        user: world.as.manager,
      })
      expect(answer.body).toEqual({ status: 'sent', recipients: 3, sent: 3, failed: 0, skipped: 0 })
    })
    expect(types).toEqual(['campaign.started', 'campaign.completed'])
  })

  test('EV-03 campaign.started: a schedule starts it when its time has come', async () => {
    const id = await campaignTo(1, {
      status: 'scheduled',
      scheduledAt: new Date(world.clock.now() + 3_600_000).toISOString(),
    })
    await sendCampaignBatch(world.payload)
    expect(await typesOf(() => sendCampaignBatch(world.payload))).toEqual([])
    world.clock.forward(3_601_000)
    expect(await typesOf(() => sendCampaignBatch(world.payload))).toEqual([
      'campaign.started',
      'campaign.completed',
    ])
    expect(await campaign(id)).toMatchObject({ status: 'sent', deliveredCount: 1 })
  })

  test('EV-03 campaign.completed: two processes that finish it at once close it once', async () => {
    const id = await campaignTo(6)
    await setStatus(id, 'sending')()
    const types = await typesOf(() =>
      Promise.all(Array.from({ length: 3 }, () => sendCampaignBatch(world.payload))),
    )
    expect(types).toEqual(['campaign.completed'])
    expect(await campaign(id)).toMatchObject({ deliveredCount: 6, recipientsCount: 6 })
  })

  test('a campaign started twice at once starts once, with every recipient once', async () => {
    const id = await campaignTo(4)
    const types = await typesOf(() =>
      Promise.all([setStatus(id, 'sending')(), setStatus(id, 'sending')()]),
    )
    expect(types).toEqual(['campaign.started'])
    expect(await campaign(id)).toMatchObject({ recipientsCount: 4 })
    await setStatus(id, 'cancelled')()
  })

  test('a campaign nobody would get is not begun by the button', async () => {
    const id = await newCampaign({ audience: { tags: [newTag()] } })
    const types = await typesOf(async () => {
      const answer = await world.rest('POST', `/email-campaigns/${id}/send`, undefined, {
        user: world.as.manager,
      })
      expect(answer.status).toBe(409)
      expect(answer.body.errors).toMatchObject([{ code: 'FLOW_CAMPAIGN_NO_RECIPIENTS' }])
    })
    expect(types).toEqual([])
    expect(await campaign(id)).toMatchObject({ status: 'draft', startedAt: null })
  })

  test('a duplicate is a new draft without a past', async () => {
    const id = await campaignTo(1)
    await world.rest('POST', `/email-campaigns/${id}/send`, undefined, { user: world.as.admin })
    const [event, ...rest] = await world.eventsOf(() =>
      world.payload.duplicate({ collection: slug, id }),
    )
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      type: 'campaign.created',
      data: {
        current: { status: 'draft', startedAt: null, recipientsCount: 0, deliveredCount: 0 },
      },
    })
  })
})
