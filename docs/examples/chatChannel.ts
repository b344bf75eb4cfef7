import * as z from 'zod'

import { defineChannel, isEgressError, templateScope } from '../../src/index.ts'

/** Posts one line about the event to a chat. The engine retries, logs and limits; a channel makes one try. */
export const chatChannel = defineChannel({
  slug: 'chat',
  label: { en: 'Chat', ru: 'Чат' },
  description: { en: 'Posts a line to a room.', ru: 'Пишет строку в комнату.' },
  fields: [
    { name: 'url', type: 'text', isRequired: true, label: { en: 'Address', ru: 'Адрес' } },
    { name: 'text', type: 'text', isRequired: true, label: { en: 'Text', ru: 'Текст' } },
  ],
  target: z.object({ url: z.url(), text: z.string().min(1) }),
  validate: async ({ text, url }, { http, templates }) => {
    templates.check(text)
    await http.vet(url)
  },
  describeTarget: ({ url }) => new URL(url).host,
  deliver: async ({ event, target, templates, http, idempotencyKey, signal }) => {
    const text = await templates.render(target.text, templateScope(event))
    const request = { url: target.url, method: 'POST' }
    const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey }
    try {
      const body = JSON.stringify({ text })
      const { status } = await http.send({ url: target.url, method: 'POST', headers, body, signal })
      const exchange = { request, response: { status } }
      const code = `http_${status}`
      if (status < 300) return { outcome: 'delivered', code, exchange }
      return { outcome: 'unavailable', code, reason: `the chat answered ${status}`, exchange }
    } catch (error) {
      if (!isEgressError(error)) throw error
      const exchange = { request, response: null }
      return { outcome: 'unavailable', code: error.code, reason: error.message, exchange }
    }
  },
})
