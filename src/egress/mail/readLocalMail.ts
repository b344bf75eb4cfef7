import { readFile } from 'node:fs/promises'
import * as z from 'zod'

import type { LocalMail } from './localMail.ts'

const localMail: z.ZodType<LocalMail> = z.object({
  id: z.string(),
  keptAt: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  replyTo: z.string().nullable(),
  messageId: z.string(),
  // Letters of older versions had none.
  attachments: z
    .array(z.object({ filename: z.string(), contentType: z.string(), bytes: z.number() }))
    .default([]),
  // Of a file that does not say, nobody knows what is in it.
  isPrivate: z.boolean().default(true),
  emlFile: z.string(),
})

/** The `.json` file of one letter; null when it is missing or not one of ours. */
export async function readLocalMail(path: string): Promise<LocalMail | null> {
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'))
    return localMail.parse(content)
  } catch {
    return null
  }
}
