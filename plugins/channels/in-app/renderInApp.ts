import {
  createReasons,
  cutText,
  type DeliverInput,
  type FlowEvent,
  type InboxAudience,
  type InboxMessage,
  inboxLimits,
  isInboxLink,
  type SaidReason,
  templateScope,
  renderText,
} from '../../../src/index.ts'
import { inAppError } from './inAppError.ts'
import { inAppReasons } from './inAppReasons.ts'
import type { InAppTarget } from './inAppTarget.ts'

/** A notification ready to be put, and what was left out of it. */
export type RenderedInApp = { message: InboxMessage; remarks: SaidReason[] }

type RenderInput = Pick<
  DeliverInput<InAppTarget>,
  'event' | 'target' | 'templates' | 'idempotencyKey'
>

const because = createReasons(inAppReasons)

/** Makes the notification of one delivery. Throws FLOW_TEMPLATE_… and FLOW_IN_APP_… errors, which no further try can heal. */
export async function renderInApp(input: RenderInput, adminRoute: string): Promise<RenderedInApp> {
  const { event, idempotencyKey, target, templates } = input
  const scope = templateScope(event)
  const audience = await audienceOf(input)
  const title = oneLine(await templates.render(target.title, scope)) || event.type
  const text = plain(await templates.render(target.text ?? '', scope))
  const link = await linkOf(input, audience, adminRoute)
  const isLinkSafe = link === null || isInboxLink(link)
  const isCut = title.length > inboxLimits.title || text.length > inboxLimits.text
  return {
    message: {
      id: idempotencyKey,
      audience,
      event: { id: event.id, type: event.type },
      title: cutText(title, inboxLimits.title),
      text: cutText(text, inboxLimits.text),
      link: isLinkSafe ? link : null,
      level: target.level,
    },
    // A value that spoils the link must not keep the news from its reader.
    remarks: [
      ...(isCut ? [because('cut')] : []),
      ...(isLinkSafe ? [] : [because('link_left_out')]),
    ],
  }
}

/** The user a notification is for, as consents name one; of the staff nobody. */
export async function inAppRecipients(
  input: Pick<RenderInput, 'event' | 'target' | 'templates'>,
): Promise<string[]> {
  const audience = await audienceOf(input)
  return audience.kind === 'user' ? [`user:${audience.userId}`] : []
}

async function audienceOf({
  event,
  target,
  templates,
}: Pick<RenderInput, 'event' | 'target' | 'templates'>): Promise<InboxAudience> {
  const { audience } = target
  if (audience === 'staff') return { kind: 'staff', role: null }
  if (audience !== 'user') return { kind: 'staff', role: audience }
  const userId =
    target.to === null ? personOf(event.data) : await renderText({ event, templates }, target.to)
  if (userId === '') throw inAppError.recipientEmpty()
  return { kind: 'user', userId }
}

/** Orders and bookings name their person `customer`, courses and carts `user`. */
function personOf({ current }: FlowEvent['data']): string {
  const person = current['customer'] ?? current['user']
  return typeof person === 'string' || typeof person === 'number' ? String(person) : ''
}

async function linkOf(
  { event, target, templates }: RenderInput,
  audience: InboxAudience,
  adminRoute: string,
): Promise<string | null> {
  if (target.link !== null) {
    return (await renderText({ event, templates }, target.link)) || null
  }
  const { collection, documentId } = event.meta
  // Customers may not open the admin.
  if (audience.kind === 'user' || !collection || !documentId) return null
  return `${adminRoute}/collections/${collection}/${encodeURIComponent(documentId)}`
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** Line breaks stay; what no page can show goes. */
function plain(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}
