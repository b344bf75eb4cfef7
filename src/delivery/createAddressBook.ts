import type { Sql } from '../kernel/sql.ts'
import type { AddressBook } from './addressBook.ts'
import { addressHash } from '../channels/addressHash.ts'
import { normalAddress } from '../channels/normalAddress.ts'
import { shownAddress } from '../channels/shownAddress.ts'

/** Parameters: hashes, whether the message is transactional. */
const findSql = `
SELECT address_hash FROM suppressed_addresses
WHERE address_hash = ANY($1::varchar[]) AND (NOT $2::boolean OR reason = 'invalid')`

/** Parameter: entries as JSON. */
const suppressSql = `
INSERT INTO suppressed_addresses (channel, address_hash, shown, reason, delivery, since)
SELECT channel, address_hash, shown, reason::enum_suppressed_addresses_reason, delivery, now()
FROM jsonb_to_recordset($1::jsonb) AS r(
  channel varchar, address_hash varchar, shown varchar, reason varchar, delivery varchar)
ON CONFLICT (address_hash) DO NOTHING`

/** The list of suppressed addresses in the database; it holds hashes, and of each address as much as people need. */
export function createAddressBook(sql: () => Promise<Sql>): AddressBook {
  return {
    suppressed: async (channel, addresses, { isTransactional }) => {
      if (addresses.length === 0) return []
      const hashes = addresses.map((address) => addressHash(channel, address))
      const { rows } = await (await sql()).query<{ address_hash: string }>(findSql, [
        hashes,
        isTransactional,
      ])
      const found = new Set(rows.map((row) => row.address_hash))
      return addresses.filter((_, index) => found.has(hashes[index] ?? ''))
    },
    suppress: async (entries) => {
      if (entries.length === 0) return
      const wire = entries.map(({ address, channel, deliveryId, reason }) => ({
        channel,
        reason,
        address_hash: addressHash(channel, address),
        shown: shownAddress(normalAddress(address)),
        delivery: deliveryId,
      }))
      await (await sql()).query(suppressSql, [JSON.stringify(wire)])
    },
  }
}
