import type { CellProps } from '../lists/cellProps.ts'
import { rowOf } from '../lists/cellProps.ts'
import { textsFor } from '../texts/textsFor.ts'
import { credentialUsers } from './credentialUsersStore.ts'

/** How many subscriptions use the credentials of a row. */
export async function CredentialUsageCell(cell: CellProps) {
  const { credentials } = textsFor(cell.i18n.language)
  const users = (await credentialUsers(cell.payload)).get(String(rowOf(cell)['id'])) ?? []
  if (users.length === 0) return <span className="fm-muted">{credentials.unused}</span>
  return (
    <span title={users.map(({ name }) => name).join(', ')}>{credentials.usedBy(users.length)}</span>
  )
}
