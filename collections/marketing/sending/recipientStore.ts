import type { Sql } from '../../../src/kernel/sql.ts'

/** A letter that this process may send, until its lease ends. */
export type ClaimedLetter = {
  recipientId: number
  campaignId: number
  subscriberId: number | null
  attempts: number
  /** The lease, and the proof that it is still ours. */
  leaseUntil: Date
}

/** What became of a letter. */
export type LetterResult =
  | { status: 'sent'; messageId: string }
  | { status: 'failed' | 'skipped'; error: string }

/** Times come from the caller; all of it is milliseconds since the epoch. */
type ClaimOptions = { now: number; leaseMs: number; campaignId?: number | string | undefined }

const iso = (time: number): string => new Date(time).toISOString()

/** The waiting letters of campaigns that are being sent. */
export const recipientStore = {
  /** Takes one letter that nobody holds; several processes never take the same one. */
  claim: async (
    sql: Sql,
    { campaignId, leaseMs, now }: ClaimOptions,
  ): Promise<ClaimedLetter | undefined> => {
    const { rows } = await sql.query<ClaimedLetter>(
      `update campaign_recipients r
       set lease_until = $2, attempts = coalesce(r.attempts, 0) + 1, updated_at = $1
       where r.id = (
         select q.id from campaign_recipients q join email_campaigns c on c.id = q.campaign_id
         where q.status = 'queued' and c.status = 'sending'
           and (q.lease_until is null or q.lease_until <= $1)
           and ($3::text is null or c.id::text = $3)
         limit 1 for update of q skip locked)
       returning r.id as "recipientId", r.campaign_id as "campaignId",
         r.subscriber_id as "subscriberId", r.attempts::int as attempts, r.lease_until as "leaseUntil"`,
      [iso(now), iso(now + leaseMs), campaignId === undefined ? null : String(campaignId)],
    )
    return rows[0]
  },

  /**
   * Writes a result and counts it, in one statement. The campaign's row comes first, as in every save of a campaign,
   * so that the two never wait for each other. False: the lease had passed to somebody else.
   */
  finish: async (
    sql: Sql,
    letter: ClaimedLetter,
    { now, result }: { now: number; result: LetterResult },
  ): Promise<boolean> => {
    const isSent = result.status === 'sent'
    const { rowCount } = await sql.query(
      `with campaign as materialized (select id from email_campaigns where id = $1 for update),
       done as (
         update campaign_recipients r
         set status = $4::text::enum_campaign_recipients_status, error = $5, message_id = $6,
           sent_at = case when $4::text = 'sent' then $7::timestamptz end,
           lease_until = null, updated_at = $7
         from campaign
         where r.id = $2 and r.campaign_id = campaign.id and r.status = 'queued' and r.lease_until = $3
         returning r.campaign_id
       )
       update email_campaigns c set
         delivered_count = coalesce(c.delivered_count, 0) + ($4::text = 'sent')::int,
         failed_count = coalesce(c.failed_count, 0) + ($4::text = 'failed')::int,
         skipped_count = coalesce(c.skipped_count, 0) + ($4::text = 'skipped')::int,
         open_rate = round(100.0 * coalesce(c.opened_count, 0)
           / nullif(coalesce(c.delivered_count, 0) + ($4::text = 'sent')::int, 0), 2)
       from done where c.id = done.campaign_id`,
      [
        letter.campaignId,
        letter.recipientId,
        letter.leaseUntil,
        result.status,
        isSent ? null : result.error.slice(0, 500),
        isSent ? result.messageId : null,
        iso(now),
      ],
    )
    return rowCount === 1
  },

  /** Puts a letter back until `notBefore`. A try that was not the letter's fault is not counted. */
  postpone: async (
    sql: Sql,
    letter: ClaimedLetter,
    { error, isCounted, notBefore }: { notBefore: number; error: string; isCounted: boolean },
  ): Promise<void> => {
    await sql.query(
      `update campaign_recipients
       set lease_until = $3, error = $4, attempts = attempts - $5::int
       where id = $1 and status = 'queued' and lease_until = $2`,
      [
        letter.recipientId,
        letter.leaseUntil,
        iso(notBefore),
        error.slice(0, 500),
        isCounted ? 0 : 1,
      ],
    )
  },
}
