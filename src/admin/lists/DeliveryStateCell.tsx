import { isRecord } from '../../kernel/isRecord.ts'
import { StatusPill } from '../elements/StatusPill.tsx'
import type { Tone } from '../elements/statusTone.ts'
import { textsFor } from '../texts/textsFor.ts'
import type { CellProps } from './cellProps.ts'
import { rowOf } from './cellProps.ts'

const shown = [
  ['delivered', 'good'],
  ['failed', 'bad'],
  ['waiting', 'busy'],
  ['cancelled', 'quiet'],
] as const satisfies readonly (readonly [string, Tone])[]

/** How the deliveries of an event stand: "2 delivered", "1 failed", "waiting". */
export function DeliveryStateCell(cell: CellProps) {
  const { summary } = textsFor(cell.i18n.language)
  const state = isRecord(cell.cellData) ? cell.cellData : {}
  const pills = shown.flatMap(([name, tone]) => {
    const count = Number(state[name] ?? 0)
    return count > 0 ? [{ name, tone, text: summary[name](count) }] : []
  })
  if (pills.length === 0) {
    const isWaiting = rowOf(cell)['status'] === 'pending'
    return <span className="fm-muted">{isWaiting ? summary.noDeliveries : summary.nobody}</span>
  }
  return (
    <span className="fm-pills">
      {pills.map(({ name, text, tone }) => (
        <StatusPill key={name} tone={tone}>
          {text}
        </StatusPill>
      ))}
    </span>
  )
}
