import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { bundledJobs } from '../../../collections/bundledJobs.ts'
import { createAudience } from '../../support/events/marketingAudience.ts'
import { createMailServer } from '../../support/events/marketingMailServer.ts'
import { type MarketingWorld, openMarketingWorld } from '../../support/events/marketingWorld.ts'

const HOUR_MS = 3_600_000

const server = createMailServer()
let world: MarketingWorld
beforeAll(async () => {
  world = await openMarketingWorld({ email: server.email })
})
afterAll(async () => world?.destroy())
const { campaign, campaignTo } = createAudience(() => world)
const collection = 'email-campaigns'

const runJob = async (signal = new AbortController().signal) => {
  const [job] = bundledJobs()
  if (!job) throw new Error('no job')
  const { payload } = world
  const { now } = world.clock
  return job.run({ payload, now, signal, trigger: 'schedule', state: {}, resumedAt: null })
}

describe('the job that sends campaigns', () => {
  test('begins one whose time has come and sends it to the last letter, batch after batch', async () => {
    const id = await campaignTo(45)
    const scheduledAt = new Date(world.clock.now() + HOUR_MS).toISOString()
    await world.payload.update({ collection, id, data: { status: 'scheduled', scheduledAt } })
    expect(await runJob()).toEqual({ found: 0, emitted: 0 })
    expect(await campaign(id)).toMatchObject({ status: 'scheduled' })
    world.clock.forward(HOUR_MS)
    expect(await runJob()).toEqual({ found: 45, emitted: 45 })
    expect(await campaign(id)).toMatchObject({ status: 'sent', deliveredCount: 45 })
    expect(await runJob()).toEqual({ found: 0, emitted: 0 })
  })

  test('goes on with one that was begun elsewhere, and stops after its batch when told to', async () => {
    const id = await campaignTo(30)
    await world.payload.update({ collection, id, data: { status: 'sending' } })
    expect(await runJob(AbortSignal.abort())).toEqual({ found: 20, emitted: 20 })
    expect(await campaign(id)).toMatchObject({ status: 'sending', deliveredCount: 20 })
    expect(await runJob()).toEqual({ found: 10, emitted: 10 })
    expect(await campaign(id)).toMatchObject({ status: 'sent', deliveredCount: 30 })
  })
})
