import * as z from 'zod'

/** Written when the form is left as it is. */
export const defaultDiscordText = `**{{ type }}**{% if meta.collection %}
{{ meta.collection }} {{ meta.documentId }}{% endif %}
{{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC`

const maxTemplate = 64 * 1024
const maxLine = 2048
const optional = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text))
const flag = z.preprocess((value) => value ?? false, z.boolean())
const colour = optional(7).refine((text) => text === null || /^#[\da-f]{6}$/i.test(text.trim()), {
  message: 'Write a colour as #2ecc71.',
})

/** What the form of a Discord message holds, without the address. Texts are Liquid templates. */
export const discordTarget = z.object({
  /** In Discord's own markup. */
  text: optional(maxTemplate).transform((text) => text ?? defaultDiscordText),
  /** Makes the message a card. */
  title: optional(maxLine),
  titleUrl: optional(maxLine),
  colour,
  username: optional(maxLine),
  avatarUrl: optional(maxLine),
  /** A thread, or a post of a forum. */
  threadId: optional(maxLine),
  /** Title of a new post in a forum. */
  threadName: optional(maxLine),
  /** For people: which room the address leads to. */
  room: optional(80),
  isSilent: flag,
  isPreviewHidden: flag,
})

/** A parsed form. */
export type DiscordTarget = z.output<typeof discordTarget>
