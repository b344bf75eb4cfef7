import * as z from 'zod'

import { type Json, quoteOf } from '../../../src/index.ts'
import { slackError } from './slackError.ts'
import { slackLimits } from './slackLimits.ts'

const blocks = z
  .array(z.looseObject({ type: z.string() }))
  .min(1)
  .max(slackLimits.blocks)

/** The blocks of a rendered template. Slack judges what is in them. @throws FlowError FLOW_SLACK_BLOCKS_INVALID */
export function readSlackBlocks(text: string): Json[] {
  const read = blocks.safeParse(parsed(text))
  if (read.success) return read.data as Json[]
  const [issue] = read.error.issues
  throw slackError.blocksInvalid(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw slackError.blocksInvalid(quoteOf(error instanceof Error ? error.message : String(error)))
  }
}
