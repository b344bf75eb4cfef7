import * as z from 'zod'

import { optionalText, yesOrNo } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultSlackText = `*{{ type }}*{% if meta.collection %}
{{ meta.collection }} {{ meta.documentId }}{% endif %}
{{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC`

const maxTemplate = 64 * 1024

/** What the form of a Slack message holds, without the address. Texts are Liquid templates. */
export const slackTarget = z.object({
  /** In Slack's own markup. With `blocks` it is what notifications show. */
  text: optionalText(maxTemplate).transform((text) => text ?? defaultSlackText),
  /** JSON with Liquid in it: an array of blocks. */
  blocks: optionalText(maxTemplate),
  /** For people: which room the address leads to. */
  room: optionalText(80),
  isPreviewHidden: yesOrNo,
})

/** A parsed form. */
export type SlackTarget = z.output<typeof slackTarget>
