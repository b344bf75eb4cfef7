import { audienceMessages } from './audienceMessages.ts'
import type { BundledMessage } from './bundledMessage.ts'
import { schoolMessages } from './schoolMessages.ts'
import { shopMessages } from './shopMessages.ts'
import { teamMessages } from './teamMessages.ts'

/** The fourteen messages of EV-31. */
export const bundledMessages: readonly BundledMessage[] = [
  ...shopMessages,
  ...schoolMessages,
  ...audienceMessages.slice(0, 2),
  ...teamMessages,
  ...audienceMessages.slice(2),
]
