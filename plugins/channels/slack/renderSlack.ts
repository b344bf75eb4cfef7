import {
  createReasons,
  cutText,
  type DeliverInput,
  type JsonObject,
  type SaidReason,
  templateScope,
} from '../../../src/index.ts'
import { readSlackBlocks } from './readSlackBlocks.ts'
import { slackError } from './slackError.ts'
import { slackEscapes } from './slackEscapes.ts'
import { slackLimits } from './slackLimits.ts'
import { slackReasons } from './slackReasons.ts'
import type { SlackTarget } from './slackTarget.ts'

/** A message ready to go, and what was left out of it. */
export type RenderedSlack = { message: JsonObject & { text: string }; remarks: SaidReason[] }

/** Makes the message of one delivery. Throws FLOW_TEMPLATE_… and FLOW_SLACK_… errors, which no further try can heal. */
export async function renderSlack({
  event,
  target,
  templates,
}: Pick<DeliverInput<SlackTarget>, 'event' | 'target' | 'templates'>): Promise<RenderedSlack> {
  const scope = templateScope(event)
  const { blocks, isPreviewHidden } = target
  const source = await templates.render(target.text, scope, { escapeValue: slackEscapes.text })
  if (source.trim() === '') throw slackError.textEmpty()
  const text = withoutHalves(cutText(source, slackLimits.text))
  const design =
    blocks === null
      ? null
      : readSlackBlocks(await templates.render(blocks, scope, { escapeValue: slackEscapes.json }))
  return {
    message: {
      text,
      ...(design === null ? {} : { blocks: design }),
      ...(isPreviewHidden ? { unfurl_links: false, unfurl_media: false } : {}),
    },
    remarks:
      source.length > slackLimits.text
        ? [createReasons(slackReasons)('cut', { most: slackLimits.text })]
        : [],
  }
}

/** A cut may leave half of an entity or of a link at the end; shown as it is, it would read as garbage. */
function withoutHalves(text: string): string {
  return text.endsWith('…') ? text.replace(/(?:&[a-z]{0,3}|<[^<>]{0,3000})…$/, '…') : text
}
