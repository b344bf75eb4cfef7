import * as z from 'zod'

import { optionalText, yesOrNo } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultDiscordText = `**{{ type }}**{% if meta.collection %}
{{ meta.collection }} {{ meta.documentId }}{% endif %}
{{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC`

const maxTemplate = 64 * 1024
const maxLine = 2048
const colour = optionalText(7).refine(
  (text) => text === null || /^#[\da-f]{6}$/i.test(text.trim()),
  {
    message: 'Write a colour as #2ecc71.',
  },
)

/** What the form of a Discord message holds, without the address. Texts are Liquid templates. */
export const discordTarget = z.object({
  /** In Discord's own markup. */
  text: optionalText(maxTemplate).transform((text) => text ?? defaultDiscordText),
  /** Makes the message a card. */
  title: optionalText(maxLine),
  titleUrl: optionalText(maxLine),
  colour,
  username: optionalText(maxLine),
  avatarUrl: optionalText(maxLine),
  /** A thread, or a post of a forum. */
  threadId: optionalText(maxLine),
  /** Title of a new post in a forum. */
  threadName: optionalText(maxLine),
  /** For people: which room the address leads to. */
  room: optionalText(80),
  isSilent: yesOrNo,
  isPreviewHidden: yesOrNo,
})

/** A parsed form. */
export type DiscordTarget = z.output<typeof discordTarget>
