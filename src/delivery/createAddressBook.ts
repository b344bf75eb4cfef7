import type { Sql } from '../kernel/sql.ts'
import type { AddressBook, MessageKind, WithheldBecause } from './addressBook.ts'
import { addressHash } from '../channels/addressHash.ts'
import { normalAddress } from '../channels/normalAddress.ts'
import { shownAddress } from '../channels/shownAddress.ts'
import { batchQuestions } from './batchQuestions.ts'

/** Parameters: hashes, and those of them whose consent matters. An open consent counts, whatever was withdrawn before. */
const standingSql = `
SELECT address_hash, reason::text AS standing FROM suppressed_addresses
WHERE address_hash = ANY($1::varchar[])
UNION ALL
SELECT address_hash, CASE WHEN bool_or(withdrawn_at IS NULL) THEN 'given' ELSE 'withdrawn' END
FROM consents WHERE kind = 'marketing' AND address_hash = ANY($2::varchar[])
GROUP BY address_hash`

/** Parameter: entries as JSON. */
const suppressSql = `
INSERT INTO suppressed_addresses (channel, address_hash, shown, reason, delivery, since)
SELECT channel, address_hash, shown, reason::enum_suppressed_addresses_reason, delivery, now()
FROM jsonb_to_recordset($1::jsonb) AS r(
  channel varchar, address_hash varchar, shown varchar, reason varchar, delivery varchar)
ON CONFLICT (address_hash) DO NOTHING`

type Question = { hashes: readonly string[]; kind: MessageKind }
type Standing = { address_hash: string; standing: string }

/** The list of suppressed addresses in the database; it holds hashes, and of each address as much as people need. */
export function createAddressBook(sql: () => Promise<Sql>): AddressBook {
  const ask = batchQuestions<Question, (WithheldBecause | undefined)[]>(async (questions) => {
    const all = questions.flatMap(({ hashes }) => hashes)
    const consented = questions.flatMap(({ hashes, kind }) =>
      kind.kind === 'marketing' ? hashes : [],
    )
    const { rows } = await (await sql()).query<Standing>(standingSql, [
      [...new Set(all)],
      [...new Set(consented)],
    ])
    const standings = new Map<string, Set<string>>()
    for (const { address_hash: hash, standing } of rows) {
      standings.set(hash, (standings.get(hash) ?? new Set()).add(standing))
    }
    return ({ hashes, kind }) => hashes.map((hash) => judge(standings.get(hash) ?? new Set(), kind))
  })
  return {
    withheld: async (channel, addresses, kind) => {
      if (addresses.length === 0) return []
      const hashes = addresses.map((address) => addressHash(channel, address))
      const verdicts = await ask({ hashes, kind })
      return addresses.flatMap((address, index) => {
        const because = verdicts[index]
        return because === undefined ? [] : [{ address, because }]
      })
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

const suppressions = ['invalid', 'blocked', 'complained']

function judge(standing: ReadonlySet<string>, message: MessageKind): WithheldBecause | undefined {
  const stops = message.kind === 'transactional' ? ['invalid'] : suppressions
  if (stops.some((reason) => standing.has(reason))) return 'suppressed'
  if (message.kind !== 'marketing' || standing.has('given')) return undefined
  if (standing.has('withdrawn')) return 'consent_withdrawn'
  return message.needsConsent ? 'no_consent' : undefined
}
