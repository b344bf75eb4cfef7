import type { LaneState } from '../../delivery-log/readLaneStates.ts'
import { StatusPill } from '../elements/StatusPill.tsx'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { textsFor } from '../texts/textsFor.ts'

/** What holds a subscription's deliveries up: a pause, a receiver at rest; and how many wait. */
export function LanePills({
  isPaused,
  language,
  state,
}: {
  isPaused: boolean
  language: string
  state: LaneState | undefined
}) {
  const { lane, status } = textsFor(language)
  const { circuits = [], waiting = 0 } = state ?? {}
  const next = circuits.map(({ openUntil }) => openUntil).sort()[0]
  return (
    <>
      {isPaused && <StatusPill tone="warn">{status['paused']}</StatusPill>}
      {next !== undefined && (
        <StatusPill tone="bad">
          {lane.circuitOpen} <TimeAgo at={next} />
        </StatusPill>
      )}
      {waiting > 0 && <small>{lane.waiting(waiting)}</small>}
    </>
  )
}
