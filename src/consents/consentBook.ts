import { normalAddress } from '../channels/normalAddress.ts'
import { shownAddress } from '../channels/shownAddress.ts'
import type { Sql } from '../kernel/sql.ts'
import type { ConsentSubject } from './consent.ts'
import { consentHash } from './consentHash.ts'
import { sha256Hex } from '../kernel/sha256Hex.ts'

/** A consent as it was given. */
export type GivenConsent = ConsentSubject & {
  /** Id of the account, when it is known. */
  userId?: number | string | null
  /** The words that were shown. */
  text?: string | null
  documentVersion?: string | null
  documentUrl?: string | null
  /** Where it was given: `newsletter`, `account`, the name of a form. */
  source: string
  /** The network it came from, without the part that names a person. */
  network?: string | null
  /** ISO 8601. */
  at: string
}

/** An end of a consent. */
export type Withdrawal = {
  /** Where it came from: `unsubscribe_link`, `account`, `newsletter`. */
  by: string
  /** ISO 8601. */
  at: string
}

/** Whose consent ends: of an address, and of an account that gave it for other addresses too. */
type Ending = Withdrawal & { subject: ConsentSubject; userId?: number | string | null }

/** Records of consents. History: a row is written once, and stamped once when the consent ends. */
export type ConsentBook = {
  /** False when there is one already: it stays as it is. */
  give: (given: GivenConsent) => Promise<boolean>
  /** False when there is none. */
  withdraw: (ending: Ending) => Promise<boolean>
  /** As `withdraw`; of somebody who never consented the refusal itself is kept, so that it holds from then on. */
  refuse: (ending: Ending) => Promise<boolean>
}

const giveSql = `
INSERT INTO consents (kind, channel, shown, address_hash, user_id, text, text_hash,
  document_version, document_url, source, network, given_at)
VALUES ($1::enum_consents_kind, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (kind, address_hash) WHERE withdrawn_at IS NULL DO NOTHING
RETURNING id`

const withdrawSql = `
UPDATE consents SET withdrawn_at = $5, withdrawn_by = $6
WHERE kind = $1::enum_consents_kind AND withdrawn_at IS NULL
  AND (address_hash = $3 OR (user_id = $4 AND channel IS NOT DISTINCT FROM $2::varchar))
RETURNING id`

const knownSql = `
SELECT 1 FROM consents WHERE kind = $1::enum_consents_kind AND address_hash = $2 LIMIT 1`

const refuseSql = `
INSERT INTO consents (kind, channel, shown, address_hash, user_id, source, withdrawn_at, withdrawn_by)
VALUES ($1::enum_consents_kind, $2, $3, $4, $5, $7, $6, $7)`

/** Works on the connection it is given, so that a record lives and dies with the change that caused it. */
export function consentBook(sql: Sql): ConsentBook {
  const withdraw: ConsentBook['withdraw'] = async ({ at, by, subject, userId = null }) => {
    const { channel, kind } = subject
    const values = [kind, channel, consentHash(subject), userId, at, by]
    const { rows } = await sql.query(withdrawSql, values)
    return rows.length > 0
  }
  return {
    withdraw,
    give: async (given) => {
      const text = given.text?.trim() || null
      const { rows } = await sql.query(giveSql, [
        given.kind,
        given.channel,
        shownAddress(normalAddress(given.address)),
        consentHash(given),
        given.userId ?? null,
        text,
        text === null ? null : sha256Hex(text),
        given.documentVersion ?? null,
        given.documentUrl ?? null,
        given.source,
        given.network ?? null,
        given.at,
      ])
      return rows.length > 0
    },
    refuse: async (ending) => {
      if (await withdraw(ending)) return true
      const { at, by, subject, userId = null } = ending
      const { channel, kind } = subject
      const hash = consentHash(subject)
      const { rows } = await sql.query(knownSql, [kind, hash])
      if (rows.length > 0) return false
      const shown = shownAddress(normalAddress(subject.address))
      await sql.query(refuseSql, [kind, channel, shown, hash, userId, at, by])
      return true
    },
  }
}
