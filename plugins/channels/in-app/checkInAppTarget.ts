import { checkTemplates, isInboxLink, type TemplateRenderer } from '../../../src/index.ts'
import { inAppError } from './inAppError.ts'
import type { InAppTarget } from './inAppTarget.ts'

/** Finds before saving what would fail on every event: template syntax, and a link that is written out and leads nowhere good. */
export function checkInAppTarget(target: InAppTarget, templates: TemplateRenderer): void {
  const { link, text, title, to } = target
  checkTemplates(templates, { to, title, text, link })
  if (link === null) return
  // What stands before the first value decides where a link leads.
  const [start = ''] = link.trim().split('{')
  const isWhole = start === link.trim()
  if (isWhole ? !isInboxLink(start) : !maySoBegin(start)) throw inAppError.linkInvalid(link)
}

/** Whether a link that begins so can still come out as one that may be shown. */
function maySoBegin(start: string): boolean {
  if (start === '' || start.startsWith('/')) return !start.startsWith('//')
  return start.toLowerCase().startsWith('https://')
}
