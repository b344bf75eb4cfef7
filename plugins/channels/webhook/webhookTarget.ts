import * as z from 'zod'

import { isReservedHeader, isValidHeader } from '../../../src/index.ts'

/** Headers the channel writes itself. */
const OWN_HEADERS = new Set([
  'content-type',
  'user-agent',
  'webhook-id',
  'webhook-signature',
  'webhook-timestamp',
])
const MAX_HEADERS = 32
const MAX_HEADER_LENGTH = 4096

const headers = z
  .record(z.string(), z.string().max(MAX_HEADER_LENGTH))
  .superRefine((value, context) => {
    const names = Object.keys(value)
    const refuse = (message: string, path: string[] = []): void =>
      context.addIssue({ code: 'custom', message, path })
    if (names.length > MAX_HEADERS) refuse(`At most ${MAX_HEADERS} headers are allowed.`)
    if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
      refuse('The same header is given twice.')
    for (const name of names) {
      if (isReservedHeader(name) || OWN_HEADERS.has(name.toLowerCase())) {
        refuse(`The header ${name} is set by FlowMasters and cannot be changed.`, [name])
      } else if (!isValidHeader(name, value[name] ?? '')) {
        refuse(`The header ${name} may hold only Latin letters, digits and signs, on one line.`, [
          name,
        ])
      }
    }
  })

/** What the form of a webhook holds, without the secret. An empty input means the default. */
export const webhookTarget = z.object({
  url: z
    .string()
    .trim()
    .max(2048)
    .refine((text) => /^https?:\/\/[^/]/i.test(text) && URL.canParse(text), {
      message: 'Give a full address that starts with https:// or http://',
    }),
  headers: z.preprocess((value) => value ?? {}, headers),
  isClientErrorFinal: z.preprocess((value) => value ?? false, z.boolean()),
  timeoutSeconds: z.preprocess((value) => value ?? 15, z.number().min(1).max(30)),
})

/** Where and how a webhook is posted. */
export type WebhookTarget = z.output<typeof webhookTarget>
