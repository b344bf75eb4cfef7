import type { AnyChannel, TemplateRenderer } from '../channels/channel.ts'
import { createReasons, type SaidReason } from '../channels/createReasons.ts'
import { shownAddress } from '../channels/shownAddress.ts'
import { engineReasons } from '../delivery-log/engineReasons.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { AddressBook, MessageKind, Withheld } from './addressBook.ts'

const because = createReasons(engineReasons)

/** Whom a message goes to; or why there is nothing to try: `isSkipped` because nobody may get it, else it cannot be sent. */
export type CheckedRecipients =
  | { recipients: readonly string[]; withheld: readonly string[] }
  | { code: string; said: SaidReason; isSkipped: boolean }

type Tools = { addresses?: AddressBook; templates: TemplateRenderer }

/**
 * Asks who of the recipients must not get the message, right before it is sent: whoever said no a second ago gets none. A
 * marketing message goes to one person, whose link to leave is in it. What cannot be rendered the channel itself reports.
 */
export async function checkRecipients(
  { addresses, templates }: Tools,
  { addressKind, recipients: read, slug }: AnyChannel,
  { event, kind, target }: { event: () => FlowEvent; kind: MessageKind; target: unknown },
): Promise<CheckedRecipients> {
  const everybody = { recipients: [], withheld: [] }
  const isMarketing = kind.kind === 'marketing'
  const isListed = addressKind !== 'user' && addressKind !== 'chat'
  if (!read || !addresses || !(isMarketing || isListed)) return everybody
  let recipients: string[]
  try {
    recipients = await read({ event: event(), target, templates })
  } catch (error) {
    if (error instanceof FlowError) return everybody
    throw error
  }
  const withheld = await addresses.withheld(slug, recipients, kind)
  if (withheld.length > 0 && withheld.length === recipients.length) return skippedFor(withheld)
  const left = recipients.filter((one) => !withheld.some(({ address }) => address === one))
  if (isMarketing && left.length > 1) {
    const said = because('marketing_to_several', { count: left.length })
    return { code: 'MARKETING_TO_SEVERAL', said, isSkipped: false }
  }
  return { recipients: left, withheld: withheld.map(({ address }) => address) }
}

const codes = {
  suppressed: 'SUPPRESSED',
  no_consent: 'NO_CONSENT',
  consent_withdrawn: 'CONSENT_WITHDRAWN',
} as const

/** The answer when nobody is left to write to; says why of the first and names those it is true of. */
export function skippedFor(withheld: readonly Withheld[]): {
  code: string
  said: SaidReason
  isSkipped: true
} {
  const reason = withheld[0]?.because ?? 'suppressed'
  const same = withheld.filter(({ because: why }) => why === reason)
  const addresses = same.map(({ address }) => shownAddress(address)).join(', ')
  return { code: codes[reason], said: because(reason, { addresses }), isSkipped: true }
}
