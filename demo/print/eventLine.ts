import type { Log, LoggedDelivery, LoggedEvent } from '../log/logRows.ts'

const signs: Record<LoggedDelivery['status'], string> = {
  delivered: '✓',
  dead: '✗',
  cancelled: '–',
  poisoned: '!',
  pending: '?',
  delivering: '?',
  retrying: '?',
}

/** Explains the signs of {@link eventLine}. */
export const eventLegend =
  '✓2 delivered at the second attempt, ✗1 refused for good, –4 cancelled after four attempts'

/** One event and what became of it: `+ 1.204 s  order.paid  FM-000001  CRM ✓1, Accounting ✓4`. */
export function eventLine(event: LoggedEvent, { deliveries }: Log, startedAt: number): string {
  const after = ((Date.parse(event.createdAt) - startedAt) / 1_000).toFixed(3).padStart(7)
  const outcomes = deliveries
    .filter((delivery) => delivery.event === event.id)
    .map(outcome)
    .join(', ')
  const what = `${event.type.padEnd(21)} ${documentOf(event).padEnd(24)}`
  return `+${after} s  ${what} ${outcomes || '(nobody wants it)'}`
}

function outcome({ attemptsFinished, channel, status, subscriptionName }: LoggedDelivery): string {
  const by = channel === 'webhook' ? '' : ` (${channel})`
  return `${subscriptionName}${by} ${signs[status]}${attemptsFinished}`
}

function documentOf({ data: { current }, documentId }: LoggedEvent): string {
  const title = current['title'] as Record<string, unknown> | undefined
  const name = current['number'] ?? title?.['ru'] ?? current['email'] ?? documentId
  return String(name ?? '').slice(0, 24)
}
