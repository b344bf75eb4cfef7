import { isRecord } from '../../kernel/isRecord.ts'
import { StatusPill } from '../elements/StatusPill.tsx'
import { textOf } from '../elements/textOf.ts'
import { blockLabel } from './blockLabel.ts'
import { CellLink } from './CellLink.tsx'
import type { CellProps } from './cellProps.ts'

/** The channels of a subscription, each kind once with its number; one that is switched off is marked. */
export function ChannelsCell(cell: CellProps) {
  const entries = Array.isArray(cell.cellData) ? cell.cellData.filter(isRecord) : []
  const kinds = new Map<string, { count: number; isOff: boolean }>()
  for (const entry of entries) {
    const slug = textOf(entry['blockType']) ?? ''
    const { count = 0, isOff = false } = kinds.get(slug) ?? {}
    kinds.set(slug, { count: count + 1, isOff: isOff || entry['isDisabled'] === true })
  }
  return (
    <CellLink cell={cell}>
      <span className="fm-pills">
        {[...kinds].map(([slug, { count, isOff }]) => (
          <StatusPill key={slug} tone={isOff ? 'warn' : 'quiet'}>
            {blockLabel(cell.payload.config, slug, cell.i18n.language)}
            {count > 1 ? ` × ${count}` : ''}
          </StatusPill>
        ))}
      </span>
    </CellLink>
  )
}
