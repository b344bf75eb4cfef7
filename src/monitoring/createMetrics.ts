import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

import type { ObservedAttempt } from '../delivery/observedAttempt.ts'
import type { EngineNumbers } from './engineNumbers.ts'

/** Numbers of this process, and on request of the database, in the text format of Prometheus. */
export type Metrics = {
  contentType: string
  /** Counts a try of this process. */
  observe: (attempt: ObservedAttempt) => void
  /** The page. Never fails for what cannot be read: `flowmasters_scrape_ok` is 0 then. */
  text: () => Promise<string>
}

/** Where a page's numbers come from. */
export type MetricsSources = {
  numbers: () => Promise<EngineNumbers>
  /** Jobs per queue and state; absent without Redis. */
  queues?: () => Promise<QueueDepth[]>
}

/** How many jobs of a queue are in one state. */
export type QueueDepth = { queue: string; state: string; jobs: number }

const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30]

/** Labels are channels, outcomes and states, never ids or addresses: their number is known beforehand. */
export function createMetrics({ numbers, queues }: MetricsSources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'flowmasters_attempt_duration_seconds',
    help: 'How long tries of this process took.',
    labelNames: ['channel', 'outcome'],
    buckets,
    registers,
  })
  const results = new Counter({
    name: 'flowmasters_delivery_results_total',
    help: 'Results of this process by what became of the delivery.',
    labelNames: ['channel', 'status'],
    registers,
  })
  const lag = new Histogram({
    name: 'flowmasters_delivery_due_lag_seconds',
    help: 'How long after their due time tries of this process began.',
    labelNames: ['channel'],
    buckets,
    registers,
  })
  const gauges = createGauges(registry)

  return {
    contentType: registry.contentType,
    observe: ({ dueLagMs, isAccepted, result }) => {
      const { channel, durationMs, isAttempt, outcome, status } = result
      if (isAttempt) duration.observe({ channel, outcome }, durationMs / 1_000)
      if (isAccepted) results.inc({ channel, status })
      if (dueLagMs !== null) lag.observe({ channel }, Math.max(0, dueLagMs) / 1_000)
    },
    text: async () => {
      gauges.clear()
      try {
        const [found, depths] = await Promise.all([numbers(), queues?.() ?? []])
        gauges.set(found, depths)
      } catch {
        gauges.failed()
      }
      return registry.metrics()
    },
  }
}

type Gauges = {
  clear: () => void
  set: (numbers: EngineNumbers, depths: readonly QueueDepth[]) => void
  failed: () => void
}

const simple = {
  outboxPending: ['flowmasters_outbox_pending', 'Events not yet routed.'],
  outboxOldestSeconds: ['flowmasters_outbox_oldest_age_seconds', 'Age of the oldest of them.'],
  pastDue: ['flowmasters_deliveries_past_due', 'Deliveries overdue by more than ten minutes.'],
  oldestDueSeconds: ['flowmasters_deliveries_oldest_due_seconds', 'How long the oldest is due.'],
  held: ['flowmasters_deliveries_waiting', 'Deliveries that wait for their turn in a lane.'],
  deadLetters: ['flowmasters_dead_letters', 'Deliveries that failed for good or were set aside.'],
  receiversFailing: ['flowmasters_receivers_failing', 'Receivers whose last try failed.'],
  openGaps: ['flowmasters_untold_changes', 'Documents whose last change has no event.'],
  workersAlive: ['flowmasters_workers_alive', 'Workers with a heartbeat within 15 s.'],
} as const satisfies Partial<Record<keyof EngineNumbers, readonly [string, string]>>

function createGauges(registry: Registry): Gauges {
  const registers = [registry]
  const entries = Object.entries(simple) as [keyof typeof simple, readonly [string, string]][]
  const plain = entries.map(
    ([key, [name, help]]) => [key, new Gauge({ name, help, registers })] as const,
  )
  const due = new Gauge({
    name: 'flowmasters_deliveries_due',
    help: 'Deliveries whose time has come.',
    labelNames: ['channel'],
    registers,
  })
  const queue = new Gauge({
    name: 'flowmasters_queue_jobs',
    help: 'Jobs of the queues in Redis.',
    labelNames: ['queue', 'state'],
    registers,
  })
  const isRead = new Gauge({
    name: 'flowmasters_scrape_ok',
    help: '1 when database and queue could be asked.',
    registers,
  })
  return {
    // A number of a minute ago would look like one of now.
    clear: () => {
      for (const gauge of [due, queue]) gauge.reset()
      for (const [, gauge] of plain) gauge.remove()
    },
    set: (numbers, depths) => {
      for (const [key, gauge] of plain) gauge.set(numbers[key])
      for (const [channel, count] of Object.entries(numbers.due)) due.set({ channel }, count)
      for (const { jobs, queue: name, state } of depths) queue.set({ queue: name, state }, jobs)
      isRead.set(1)
    },
    failed: () => isRead.set(0),
  }
}
