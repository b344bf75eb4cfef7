import { FlowError } from '../kernel/flowError.ts'
import type { InboxMessage } from './inbox.ts'
import { inboxLevels } from './inboxLevels.ts'
import { inboxLimits } from './inboxLimits.ts'
import { isInboxLink } from './isInboxLink.ts'

/** What every inbox refuses, whoever keeps it. Throws FLOW_INBOX_MESSAGE_INVALID with the field. */
export function checkInboxMessage(message: InboxMessage): void {
  const { id, level, link, text, title } = message
  const problems: Record<string, boolean> = {
    id: id.trim() === '' || id.length > 200,
    title:
      title.trim() === '' ||
      title.length > inboxLimits.title ||
      /[\p{Cc}\u2028\u2029]/u.test(title),
    text: text.length > inboxLimits.text || text.includes('\0'),
    link: link !== null && !isInboxLink(link),
    level: !inboxLevels.includes(level),
  }
  const field = Object.keys(problems).find((name) => problems[name] === true)
  if (field !== undefined) throw invalid(field)
}

function invalid(field: string): FlowError {
  return new FlowError({
    code: 'FLOW_INBOX_MESSAGE_INVALID',
    message: `the notification's ${field} cannot be kept`,
    hint: 'A title is one line of at most 200 characters, a text has at most 2000, a link is a path such as /account or begins with https://.',
    status: 400,
    details: { field },
  })
}
