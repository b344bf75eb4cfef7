import { type Channel, checkMappingTemplates, defineChannel } from '../../../src/index.ts'
import { deliverVk } from './deliverVk.ts'
import { vkConversion } from './vkConversion.ts'
import { vkError } from './vkError.ts'
import { vkFields } from './vkFields.ts'
import { vkMapping } from './vkMapping.ts'
import { vkReasons } from './vkReasons.ts'
import { type VkTarget, vkTarget } from './vkTarget.ts'

/** How the channel is set up in code; empty means the default. */
export type VkChannelOptions = {
  /** @default 'https://top-fwz1.mail.ru' */
  apiUrl?: string | undefined
}

/** Tells the pixel of VK Ads of conversions that no browser saw. Its counter has no call that changes nothing. */
export function createVkChannel({ apiUrl }: VkChannelOptions = {}): Channel<VkTarget> {
  const base = apiUrl || 'https://top-fwz1.mail.ru'
  return defineChannel<VkTarget>({
    slug: 'vk',
    label: { en: 'VK Ads', ru: 'VK Реклама' },
    description: {
      en: 'Counts orders, leads and payments as events of your pixel, from the server.',
      ru: 'Засчитывает заказы, заявки и оплаты как события вашего пикселя, с сервера.',
    },
    fields: vkFields,
    target: vkTarget,
    validate: async ({ mapping, pixelId }, { templates }) => {
      if (pixelId !== null && !/^\d{1,15}$/.test(pixelId)) throw vkError.pixelInvalid()
      checkMappingTemplates(mapping, templates)
    },
    describeTarget: ({ pixelId }) => `VK ${pixelId ?? ''}`.trim(),
    reasons: vkReasons,
    readyMapping: vkMapping,
    preview: async (input) => ({
      to: `VK ${input.target.pixelId ?? ''}`.trim(),
      json: (await vkConversion(input)).fields,
    }),
    deliver: (input) => deliverVk(input, base),
  })
}
