import {
  type Attempt,
  createReasons,
  type DeliverInput,
  type Exchange,
  FlowError,
  type InboxMessage,
  type InboxReceipt,
  quoteOf,
  refusedBy,
  remarksOf,
} from '../../../src/index.ts'
import { inAppReasons } from './inAppReasons.ts'
import type { InAppTarget } from './inAppTarget.ts'
import { type RenderedInApp, renderInApp } from './renderInApp.ts'

const because = createReasons(inAppReasons)

/** One try: render, put, judge the receipt. */
export async function deliverInApp(
  input: DeliverInput<InAppTarget>,
  adminRoute: string,
): Promise<Attempt> {
  let rendered: RenderedInApp
  try {
    rendered = await renderInApp(input, adminRoute)
  } catch (error) {
    return refusedBy(error, { audience: input.target.audience, to: input.target.to })
  }
  const { message } = rendered
  const request = requestOf(message)
  try {
    const receipt = await putOrGiveUp(input, message)
    if (receipt !== null) return outcomeOf(receipt, rendered, { request, response: { ...receipt } })
    const exchange = { request, response: null }
    return { outcome: 'unavailable', code: 'IN_APP_ABORTED', ...because('aborted'), exchange }
  } catch (error) {
    if (error instanceof FlowError) return refusedBy(error, request)
    return {
      outcome: 'unavailable',
      code: 'IN_APP_NOT_KEPT',
      ...because('not_kept', { detail: detailOf(error) }),
      exchange: { request, response: null },
    }
  }
}

/** Null when the time ran out. A statement cannot be called back, but the same notification is never there twice. */
async function putOrGiveUp(
  { inbox, signal }: DeliverInput<InAppTarget>,
  message: InboxMessage,
): Promise<InboxReceipt | null> {
  if (signal.aborted) return null
  let stopWaiting = () => {}
  const timeIsUp = new Promise<null>((resolve) => {
    stopWaiting = () => resolve(null)
    signal.addEventListener('abort', stopWaiting, { once: true })
  })
  try {
    return await Promise.race([inbox.put(message), timeIsUp])
  } finally {
    signal.removeEventListener('abort', stopWaiting)
  }
}

function outcomeOf(
  { added, addressed }: InboxReceipt,
  { message: { audience }, remarks }: RenderedInApp,
  exchange: Exchange,
): Attempt {
  if (addressed > 0) {
    const isOld = added === 0
    const said = [
      ...(audience.kind === 'staff' ? [because('addressed', { count: addressed })] : []),
      ...(isOld ? [because('already_there')] : []),
      ...remarks,
    ]
    return {
      outcome: 'delivered',
      code: isOld ? 'IN_APP_ALREADY_THERE' : 'IN_APP_ADDED',
      receipt: { addressed, added },
      exchange,
      ...remarksOf(said),
    }
  }
  if (audience.kind === 'user') {
    const user = JSON.stringify(quoteOf(audience.userId).slice(0, 100))
    return rejected('IN_APP_USER_UNKNOWN', because('user_unknown', { user }), exchange)
  }
  const { role } = audience
  const said = role === null ? because('nobody_on_staff') : because('nobody', { role })
  return rejected('IN_APP_NOBODY', said, exchange)
}

function rejected(code: string, said: ReturnType<typeof because>, exchange: Exchange): Attempt {
  return { outcome: 'rejected', code, ...said, exchange }
}

/** What the log keeps. */
function requestOf({ audience, level, link, text, title }: InboxMessage): Exchange['request'] {
  return { audience: { ...audience }, title, text, link, level }
}

function detailOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error)
  return quoteOf(text).slice(0, 200)
}
