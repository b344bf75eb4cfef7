import { RefreshWhile } from '../elements/RefreshWhile.tsx'
import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { textsFor } from '../texts/textsFor.ts'
import type { LatestRun } from './latestRunStore.ts'

/** How far the newest run is; moves while it runs. */
export function RunProgress({
  heading,
  language,
  outcome,
  run,
}: {
  heading: string
  language: string
  /** What came of it, in words. */
  outcome: (count: number) => string
  run: LatestRun
}) {
  const texts = textsFor(language)
  const isMoving = run.status === 'pending' || run.status === 'running'
  const share = run.planned ? Math.min(1, run.looked / run.planned) : undefined
  return (
    <div className="fm-story">
      <RefreshWhile isMoving={isMoving} />
      <span>{heading}</span>
      <StatusPill tone={statusTone(run.status)}>
        {texts.status[run.status] ?? run.status}
      </StatusPill>
      {isMoving && run.planned !== null && <progress aria-label={heading} max={1} value={share} />}
      <span>
        {run.planned === null
          ? texts.runs.looked(run.looked)
          : texts.runs.lookedOf(run.looked, run.planned)}
        {', '}
        {outcome(run.done)}
      </span>
      <TimeAgo at={run.at.toISOString()} />
    </div>
  )
}
