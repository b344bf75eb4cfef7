import { isbot } from 'isbot'
import type { PayloadRequest } from 'payload'

/** Crawlers, link previews and scripts by their own name; a caller without a name is one too. */
export function isBot(req: Pick<PayloadRequest, 'headers'>): boolean {
  const agent = req.headers.get('user-agent')
  return agent === null || agent.trim() === '' || isbot(agent)
}
