import type { TextFieldServerProps } from 'payload'

import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from '../elements/textOf.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'
import { reasonText } from './reasonText.ts'

/** Why the engine switched a channel of a subscription off, in the reader's language. */
export function DisabledReasonField({
  clientField,
  i18n,
  payload,
  siblingData,
}: TextFieldServerProps) {
  const entry: Record<string, unknown> = isRecord(siblingData) ? siblingData : {}
  const row = {
    reason: entry['disabledReason'],
    reasons: entry['disabledReasons'],
    channel: textOf(entry['blockType']),
  }
  const reason = reasonText(row, payload, i18n.language)
  if (!reason) return null
  return (
    <div className="field-type">
      <span className="field-label">{pickLocalised(clientField.label, i18n.language)}</span>
      <p className="fm-problem">{reason}</p>
    </div>
  )
}
