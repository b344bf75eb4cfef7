import type { MarketingWorld } from './marketingWorld.ts'

let counter = 0

/** People and campaigns of a test; every test has a tag of its own, so that audiences do not mix. */
export function createAudience(world: () => MarketingWorld) {
  const newTag = (): string => {
    counter += 1
    return `tag-${counter}`
  }
  const newReader = async (data: Record<string, unknown> = {}): Promise<number> => {
    counter += 1
    const reader = await world().payload.create({
      collection: 'newsletter-subscribers',
      data: { email: `fan-${counter}@example.com`, status: 'subscribed', ...data },
    })
    return Number(reader.id)
  }
  const newCampaign = async (data: Record<string, unknown> = {}): Promise<number> => {
    const campaign = await world().payload.create({
      collection: 'email-campaigns',
      data: { title: 'Новинки недели', subject: 'Новинки', html: '<p>Смотрите</p>', ...data },
      locale: 'ru',
    })
    return Number(campaign.id)
  }
  return {
    newTag,
    newReader,
    newCampaign,
    /** A campaign to `people` readers of a tag of its own. */
    campaignTo: async (people: number, data: Record<string, unknown> = {}): Promise<number> => {
      const tag = newTag()
      for (let n = 0; n < people; n += 1) await newReader({ tags: [tag] })
      return newCampaign({ audience: { tags: [tag] }, ...data })
    },
    campaign: async (id: number): Promise<Record<string, unknown>> => ({
      ...(await world().payload.findByID({ collection: 'email-campaigns', id, depth: 0 })),
    }),
    recipients: async (campaign: number): Promise<Record<string, unknown>[]> => {
      const { docs } = await world().payload.find({
        collection: 'campaign-recipients',
        where: { campaign: { equals: campaign } },
        sort: 'id',
        depth: 0,
        pagination: false,
      })
      return docs.map((doc) => ({ ...doc }))
    },
  }
}
