import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { LanePills } from '../pause/LanePills.tsx'
import { textsFor } from '../texts/textsFor.ts'
import { CellLink } from './CellLink.tsx'
import { type CellProps, rowOf } from './cellProps.ts'
import { laneStates } from './laneStatesStore.ts'

/** Whether a subscription is switched on, and what holds its deliveries up. */
export async function EnabledCell(cell: CellProps) {
  const { language } = cell.i18n
  const row = rowOf(cell)
  const status = cell.cellData === false ? 'off' : 'on'
  const isPaused = row['isPaused'] === true
  const state = (await laneStates(cell.payload)).get(String(row['id']))
  return (
    <CellLink cell={cell}>
      <span className="fm-pills">
        {!(isPaused && status === 'on') && (
          <StatusPill tone={statusTone(status)}>{textsFor(language).status[status]}</StatusPill>
        )}
        <LanePills isPaused={isPaused} language={language} state={state} />
      </span>
    </CellLink>
  )
}
