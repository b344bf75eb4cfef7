import type { PayloadRequest, Where } from 'payload'

import { sqlOfRequest } from '../../src/database/requestSqlStore.ts'
import { knownTextsSql } from '../../src/database/knownTextsSql.ts'
import { likeText } from '../../src/kernel/likeText.ts'
import type { SearchMeaning } from './searchByMeaning.ts'

/** Who searches for "a" gets the first of them. */
const MOST_RECEIVERS = 200
const MOST_ADDRESSES = 20
const MOST_EVENTS = 500

/** Parameter: patterns that all have to hold. A few rows for each channel entry, as long as its subscription is there. */
const receiversSql = `
SELECT 'channelEntry' AS field, channel_entry::text AS value FROM event_receivers
WHERE target ILIKE ALL($1::text[]) OR subscription_name ILIKE ALL($1::text[])
UNION
SELECT 'subscription', id::text FROM event_subscriptions WHERE name ILIKE ALL($1::text[])
LIMIT ${MOST_RECEIVERS}`

/** Parameter: a part of an address. */
const eventsOfPersonSql = `
SELECT 'event' AS field, id::text AS value FROM event_logs
WHERE user_email = ANY(ARRAY(${knownTextsSql({ table: 'event_logs', column: 'user_email', text: '$1', limit: MOST_ADDRESSES })}))
ORDER BY created_at DESC LIMIT ${MOST_EVENTS}`

/** Parameter: patterns that all have to hold. */
const errorSql = 'SELECT 1 FROM event_deliveries WHERE last_error ILIKE ALL($1::text[]) LIMIT 1'

type Found = { field: 'channelEntry' | 'subscription' | 'event'; value: string }

/**
 * An id of a delivery or an event; a part of an event type, of a receiver or a subscription that is there, of the address of the person that
 * an event is about (the newest events), words of an error. Only a text that is none of these is looked for in every row, for
 * receivers and subscriptions that are there no longer: about a second for a million rows.
 */
export const deliveryMeaning =
  (types: readonly string[]): SearchMeaning =>
  async (text, req) => {
    if (text.startsWith('dlv_')) return [{ id: { equals: text } }]
    if (text.startsWith('evt_')) return [{ event: { equals: text } }]
    const patterns = text.split(' ').map((word) => `%${likeText(word)}%`)
    const part = text.toLowerCase()
    const found = await known(req, text, patterns)
    // An error that names an address is of a delivery about its person; reading every row for it would take three times as long.
    if (found.some((where) => 'event' in where)) return found
    const meant: Where[] = [
      ...oneOf(
        'eventType',
        types.filter((type) => type.includes(part)),
      ),
      ...found,
    ]
    if (meant.length === 0 && !(await isError(req, patterns))) return undefined
    return [...meant, { lastError: { like: text } }]
  }

async function known(req: PayloadRequest, text: string, patterns: string[]): Promise<Where[]> {
  const sql = await sqlOfRequest(req.payload, req)
  const { rows } = await sql.query<Found>(receiversSql, [patterns])
  const events = text.includes('@') ? await sql.query<Found>(eventsOfPersonSql, [text]) : null
  const found = [...rows, ...(events?.rows ?? [])]
  return (['channelEntry', 'subscription', 'event'] as const).flatMap((field) =>
    oneOf(
      field,
      found.filter((row) => row.field === field).map(({ value }) => value),
    ),
  )
}

async function isError(req: PayloadRequest, patterns: string[]): Promise<boolean> {
  const sql = await sqlOfRequest(req.payload, req)
  return (await sql.query(errorSql, [patterns])).rows.length > 0
}

const oneOf = (field: string, values: string[]): Where[] =>
  values.length === 0 ? [] : [{ [field]: { in: values } }]
