import type { Reason } from '../channels/reason.ts'
import type { JsonObject } from '../kernel/json.ts'
import { newId } from '../kernel/ids.ts'
import type { Sql } from '../kernel/sql.ts'
import type { AttemptTools, DeliverableEntry } from './attemptDelivery.ts'
import { attemptDelivery } from './attemptDelivery.ts'
import type { AttemptResult } from './attemptResult.ts'
import { createDeliveryStore } from './deliveryStore.ts'
import { MAX_STRIKES } from './poisonPolicy.ts'
import { insertTestDeliveriesSql } from './sendTestSql.ts'

/** What one channel of a subscription made of the test. */
export type TestOutcome = {
  entryId: string
  channel: string
  deliveryId: string
  /** `skipped`: there was no try, because nobody may or can be written to; the reason says why. */
  outcome: 'delivered' | 'rejected' | 'unavailable' | 'skipped'
  code: string
  reason: string | null
  /** The reason for readers of other languages. */
  reasons: readonly Reason[] | null
  messageId: string | null
  durationMs: number
  request: JsonObject | null
  response: JsonObject | null
}

/** What is tested: a stored event and the channel entries that get it. */
export type TestPlan = {
  event: { id: string; type: string; body: string }
  subscription: { id: string; name: string }
  entries: readonly (DeliverableEntry & { targetLabel: string })[]
}

type PlannedTest = { deliveryId: string; entry: DeliverableEntry & { targetLabel: string } }

/** A test in two halves, because the rows must be committed before anything leaves the house. */
export type SendTest = {
  /** Writes the deliveries, in the transaction that wrote the event. */
  plan: (sql: Sql, plan: TestPlan) => Promise<void>
  /** Makes the tries, all at once, and writes what came of them. Never retried: a failed test is dead, a skipped one cancelled. */
  run: (sql: Sql, tools: AttemptTools) => Promise<TestOutcome[]>
}

const leaseMs = 60_000
const attemptTimeoutMs = 40_000

/** One test of one subscription; `token` names this process in the leases. */
export function createSendTest(token: string): SendTest {
  let planned: { plan: TestPlan; tests: PlannedTest[] } | undefined
  return {
    plan: async (sql, plan) => {
      const tests = plan.entries.map((entry) => ({ deliveryId: newId('dlv'), entry }))
      await sql.query(insertTestDeliveriesSql, [
        JSON.stringify(tests.map((test) => toWire(test, plan))),
        token,
        leaseMs,
        MAX_STRIKES,
        plan.event.id,
        JSON.stringify(decisionsOf(plan)),
      ])
      planned = { plan, tests }
    },
    run: async (sql, tools) => {
      if (!planned) return []
      const { plan, tests } = planned
      const store = createDeliveryStore({ sql, token, leaseMs })
      return Promise.all(
        tests.map(async (test) => {
          const outcome = await tryOnce(tools, test, plan.event.body)
          await store.writeResults([toResult(outcome)])
          return outcome
        }),
      )
    },
  }
}

async function tryOnce(
  tools: AttemptTools,
  { deliveryId, entry }: PlannedTest,
  body: string,
): Promise<TestOutcome> {
  const { attempt, durationMs, isSkipped, messageId } = await attemptDelivery(tools, {
    deliveryId,
    body,
    entry,
    attemptNumber: 1,
    signal: AbortSignal.timeout(attemptTimeoutMs),
  })
  return {
    entryId: entry.entryId,
    channel: entry.channel,
    deliveryId,
    outcome: isSkipped ? 'skipped' : attempt.outcome,
    code: attempt.code,
    reason: attempt.outcome === 'delivered' ? (attempt.note ?? null) : attempt.reason,
    reasons: attempt.reasons ?? null,
    messageId,
    durationMs,
    request: attempt.exchange.request,
    response: attempt.exchange.response,
  }
}

function toResult(outcome: TestOutcome): AttemptResult {
  const { code, channel, deliveryId, durationMs, messageId, reason, reasons, request, response } =
    outcome
  const isSkipped = outcome.outcome === 'skipped'
  return {
    ...{
      deliveryId,
      channel,
      outcome: outcome.outcome === 'skipped' ? 'rejected' : outcome.outcome,
      code,
      reason,
      reasons,
      messageId,
      durationMs,
      request,
      response,
    },
    fence: 1,
    status: isSkipped ? 'cancelled' : outcome.outcome === 'delivered' ? 'delivered' : 'dead',
    delayMs: 0,
    isAttempt: !isSkipped,
  }
}

function toWire(
  { deliveryId, entry }: PlannedTest,
  { event, subscription }: TestPlan,
): Record<string, unknown> {
  return {
    id: deliveryId,
    event_type: event.type,
    subscription: subscription.id,
    subscription_name: subscription.name,
    channel: entry.channel,
    channel_entry: entry.entryId,
    target: entry.targetLabel,
  }
}

function decisionsOf({ subscription: { id, name } }: TestPlan): Record<string, unknown> {
  const nobody = { count: 0, list: [] }
  return {
    isTest: true,
    matched: { count: 1, list: [{ subscription: id, name }] },
    skipped: nobody,
    notMatched: nobody,
  }
}
