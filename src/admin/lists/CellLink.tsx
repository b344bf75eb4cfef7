import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import { textOf } from '../elements/textOf.ts'
import { adminUrl } from './adminUrl.ts'
import type { CellProps } from './cellProps.ts'
import { rowOf } from './cellProps.ts'

/** A cell's content, linked to the row's document when it stands in the first column. */
export function CellLink({ cell, children }: { cell: CellProps; children: ReactNode }) {
  const id = textOf(rowOf(cell)['id'])
  if (!cell.link || id === undefined) return children
  return (
    <Link href={cell.linkURL ?? adminUrl(cell.payload, cell.collectionSlug, id)} prefetch={false}>
      {children}
    </Link>
  )
}
