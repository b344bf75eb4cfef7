import { createReasons } from '../channels/createReasons.ts'
import type { Reason } from '../channels/reason.ts'
import type { AttemptResult } from '../delivery/attemptResult.ts'
import { engineReasons } from '../delivery-log/engineReasons.ts'
import type { MovedDelivery } from '../delivery/movedDelivery.ts'
import type { WriteResults } from '../delivery/resultWriter.ts'
import { writeResultRows } from '../delivery/writeResultRows.ts'
import { isOperational } from '../event-catalogue/isOperational.ts'
import type { CapturedEvent } from '../event-service/eventService.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Logger } from '../kernel/logger.ts'
import type { Sql } from '../kernel/sql.ts'
import { DISABLE_AFTER_MS, judgeResult, type Verdict } from './judgeResult.ts'
import { lockReceivers } from './lockReceivers.ts'
import { channelDisabledEvent, deliveryEvent, type OperationalFacts } from './operationalEvent.ts'
import { receiverId } from './receiverId.ts'
import { hopsSql } from './receiverSql.ts'
import { saveReceivers } from './saveReceivers.ts'

type Cause = { reason: string; reasons: readonly Reason[] | null }

/** A channel entry that is to be switched off, and why. */
export type EntryToDisable = Cause & { subscriptionId: string; entryId: string }

/** What {@link createConsequences} needs; `req` stands for the transaction. */
export type ConsequenceTools<Req> = {
  transact: <Result>(
    work: (transaction: { sql: Sql; req: Req }) => Promise<Result>,
  ) => Promise<Result>
  /** Names this worker in leases. */
  token: string
  /** Writes events into the outbox. */
  capture: (events: CapturedEvent[], req: Req) => Promise<unknown>
  /** False when the entry was off already, or is not there any more. */
  disable: (entry: EntryToDisable, req: Req) => Promise<boolean>
  /** The results alone: what remains to be done when the consequences cannot be drawn. */
  writePlainly: WriteResults
  clock: Clock
  logger: Logger
}

type Judged = OperationalFacts & { verdict: Verdict }

const because = createReasons(engineReasons)

/** So often the same trouble may be the database's; then it is taken for a defect, and results go before their consequences. */
const MOST_TROUBLES = 3

/**
 * Writes results together with what follows from them, in one transaction: the health of their receivers, the events
 * about it, and channel entries switched off. So each of these happens exactly once, or the lease was lost.
 */
export function createConsequences<Req>(tools: ConsequenceTools<Req>): WriteResults {
  let troubles = 0
  return async (results) => {
    try {
      const accepted = await tools.transact((transaction) => writeAll(tools, transaction, results))
      troubles = 0
      return accepted
    } catch (err) {
      troubles += 1
      if (troubles <= MOST_TROUBLES) throw err
      tools.logger.error({
        msg: 'flowmasters: results are written without their consequences',
        err,
      })
      return tools.writePlainly(results)
    }
  }
}

async function writeAll<Req>(
  tools: ConsequenceTools<Req>,
  { req, sql }: { sql: Sql; req: Req },
  results: readonly AttemptResult[],
): Promise<Set<string>> {
  const moved = await writeResultRows(sql, results, tools.token)
  const tries = pairsOf(results, moved)
  if (tries.length > 0) {
    const judged = await judge(tools, sql, tries)
    const disabled = await disableEntries(tools, req, judged)
    const told = judged.flatMap((one) =>
      one.verdict.told === null ? [] : [deliveryEvent(one.verdict.told, one)],
    )
    const events = [...told, ...disabled]
    if (events.length > 0) await tools.capture(events, req)
  }
  return new Set(moved.map(({ id }) => id))
}

type Tried = { delivery: MovedDelivery; result: AttemptResult }

/** In the order in which the tries ended. */
function pairsOf(results: readonly AttemptResult[], moved: readonly MovedDelivery[]): Tried[] {
  const byId = new Map(moved.map((delivery) => [delivery.id, delivery]))
  return results.flatMap((result) => {
    const delivery = result.isAttempt ? byId.get(result.deliveryId) : undefined
    return delivery ? [{ delivery, result }] : []
  })
}

async function judge<Req>(
  { clock }: ConsequenceTools<Req>,
  sql: Sql,
  tries: readonly Tried[],
): Promise<Judged[]> {
  const states = await lockReceivers(
    sql,
    tries.map(({ delivery }) => delivery),
  )
  const now = clock.now()
  const verdicts = tries.map(({ delivery, result }) => {
    const id = receiverId(delivery)
    const state = states.get(id)
    if (!state) throw new Error(`no health of receiver ${id}`)
    const tried = {
      result,
      attemptsFinished: delivery.attemptsFinished,
      isOperational: isOperational(delivery.eventType),
    }
    const verdict = judgeResult(state, tried, now)
    states.set(id, verdict.state)
    return { delivery, result, verdict, state: verdict.state }
  })
  await saveReceivers(
    sql,
    states,
    verdicts.map(({ delivery }) => delivery),
  )
  const eventful = verdicts.filter(({ verdict }) => verdict.told ?? verdict.disable)
  const hops = await hopsOf(sql, eventful)
  return eventful.map((one) => ({ ...one, hop: hops.get(one.delivery.eventId) ?? 0 }))
}

async function hopsOf(sql: Sql, tries: readonly Tried[]): Promise<Map<string, number>> {
  if (tries.length === 0) return new Map()
  const ids = tries.map(({ delivery }) => delivery.eventId)
  const { rows } = await sql.query<{ id: string; hop: number | null }>(hopsSql, [ids])
  return new Map(rows.map(({ hop, id }) => [id, hop ?? 0]))
}

/** The event of each entry that was on until now; of deliveries of operational events none is told. */
async function disableEntries<Req>(
  { disable, logger }: ConsequenceTools<Req>,
  req: Req,
  judged: readonly Judged[],
): Promise<CapturedEvent[]> {
  const entries = new Map(
    judged.flatMap((one) =>
      one.verdict.disable ? [[receiverId(one.delivery), one] as const] : [],
    ),
  )
  const events: CapturedEvent[] = []
  // Sorted, for the reason of `addReceiversSql`.
  for (const [, one] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { delivery, verdict } = one
    const cause = verdict.disable ?? 'failing'
    const said = reasonFor(cause, one)
    const entry = { subscriptionId: delivery.subscriptionId, entryId: delivery.channelEntry }
    if (!(await disable({ ...entry, ...said }, req))) continue
    logger.warn({
      msg: 'flowmasters: a channel was switched off',
      ...entry,
      cause,
      reason: said.reason,
    })
    if (!isOperational(delivery.eventType)) {
      events.push(channelDisabledEvent(cause, said.reason, one))
    }
  }
  return events
}

function reasonFor(cause: 'gone' | 'failing', { result }: Judged): Cause {
  const detail = result.reason ?? result.code
  if (cause === 'gone') return { reason: detail, reasons: result.reasons }
  return because('only_failures', { days: DISABLE_AFTER_MS / 86_400_000, detail })
}
