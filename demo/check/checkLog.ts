import type { LoggedDelivery } from '../log/logRows.ts'
import type { Check } from './check.ts'
import type { Evidence } from './evidence.ts'

/** The log against itself and against the statistics. */
export function checkLog({ log, retried, stats }: Evidence): Check[] {
  const { attempts, deliveries, events } = log
  const count = (...statuses: LoggedDelivery['status'][]): number =>
    deliveries.filter(({ status }) => statuses.includes(status)).length
  const again = deliveries.find(({ id }) => id === retried)
  return [
    {
      what: 'deliveries still open',
      expected: 0,
      found: count('pending', 'delivering', 'retrying'),
    },
    {
      what: 'attempt rows = attempts counted by the deliveries',
      expected: deliveries.reduce((sum, { attemptsFinished }) => sum + attemptsFinished, 0),
      found: attempts.length,
    },
    {
      what: 'cancelled deliveries of what was switched off',
      expected: count('cancelled'),
      found: deliveries.filter(
        ({ status, subscriptionName }) =>
          status === 'cancelled' && ['Analytics', 'Old partner'].includes(subscriptionName),
      ).length,
    },
    {
      what: 'the delivery retried by hand',
      expected: 'delivered at attempt 2',
      found: `${again?.status} at attempt ${again?.attemptsFinished}`,
    },
    { what: 'statistics: events', expected: events.length, found: Number(stats['events']) },
    {
      what: 'statistics: deliveries',
      expected: deliveries.length,
      found: Number(stats['deliveries']),
    },
    {
      what: 'statistics: delivered',
      expected: count('delivered'),
      found: Number(stats['delivered']),
    },
    { what: 'statistics: attempts', expected: attempts.length, found: Number(stats['attempts']) },
  ]
}
