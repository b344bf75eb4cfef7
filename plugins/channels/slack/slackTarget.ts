import * as z from 'zod'

/** Written when the form is left as it is. */
export const defaultSlackText = `*{{ type }}*{% if meta.collection %}
{{ meta.collection }} {{ meta.documentId }}{% endif %}
{{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC`

const maxTemplate = 64 * 1024
const optional = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text))
const flag = z.preprocess((value) => value ?? false, z.boolean())

/** What the form of a Slack message holds, without the address. Texts are Liquid templates. */
export const slackTarget = z.object({
  /** In Slack's own markup. With `blocks` it is what notifications show. */
  text: optional(maxTemplate).transform((text) => text ?? defaultSlackText),
  /** JSON with Liquid in it: an array of blocks. */
  blocks: optional(maxTemplate),
  /** For people: which room the address leads to. */
  room: optional(80),
  isPreviewHidden: flag,
})

/** A parsed form. */
export type SlackTarget = z.output<typeof slackTarget>
