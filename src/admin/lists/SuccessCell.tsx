import { StatusPill } from '../elements/StatusPill.tsx'
import { textsFor } from '../texts/textsFor.ts'
import type { CellProps } from './cellProps.ts'
import { rowOf } from './cellProps.ts'
import { recentSuccess } from './recentSuccessStore.ts'

/** How much of what a subscription sent in the last 7 days arrived. */
export async function SuccessCell(cell: CellProps) {
  const { language } = cell.i18n
  const { summary } = textsFor(language)
  const found = (await recentSuccess(cell.payload)).get(String(rowOf(cell)['id']))
  const total = found ? found.delivered + found.failed : 0
  if (!found || total === 0) return <span className="fm-muted">{summary.noDeliveries}</span>
  const share = found.delivered / total
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(
    // 99.9 % must not read as 100 %.
    found.failed > 0 ? Math.min(share, 0.99) : share,
  )
  return (
    <span className="fm-two">
      <StatusPill tone={found.failed === 0 ? 'good' : share >= 0.9 ? 'warn' : 'bad'}>
        {summary.success(percent)}
      </StatusPill>
      <small>{summary.ofTotal(total)}</small>
    </span>
  )
}
