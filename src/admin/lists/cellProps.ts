import type { DefaultServerCellComponentProps } from 'payload'

import { isRecord } from '../../kernel/isRecord.ts'

/** What Payload gives a cell that is rendered on the server. */
export type CellProps = DefaultServerCellComponentProps

/** The row of a cell. */
export function rowOf({ rowData }: CellProps): Record<string, unknown> {
  return isRecord(rowData) ? rowData : {}
}
