import type { Evidence } from '../check/evidence.ts'
import { type Check, holds } from '../check/check.ts'
import type { LoggedDelivery } from '../log/logRows.ts'
import { table } from './table.ts'

type Write = (line: string) => void

/** Events, deliveries and checks as tables; every number is counted from the evidence. */
export function printTables(evidence: Evidence, checks: readonly Check[], write: Write): void {
  write(`\nEVENTS\n${eventTable(evidence)}`)
  write(`\nDELIVERIES\n${deliveryTable(evidence)}`)
  write(`\nCROSS-CHECK: receivers and mailbox against the log\n${checkTable(checks)}`)
}

const statusHead = ['delivered', 'dead', 'cancelled']

const byStatus = (deliveries: readonly LoggedDelivery[]): number[] =>
  statusHead.map((name) => deliveries.filter(({ status }) => status === name).length)

function eventTable({ log }: Evidence): string {
  const types = [...new Set(log.events.map(({ type }) => type))].sort()
  const row = (name: string, isMeant: (type: string) => boolean): (string | number)[] => {
    const deliveries = log.deliveries.filter(({ eventType }) => isMeant(eventType))
    const events = log.events.filter(({ type }) => isMeant(type)).length
    return [name, events, deliveries.length, ...byStatus(deliveries)]
  }
  return table(
    ['event', 'events', 'deliveries', ...statusHead],
    [...types.map((type) => row(type, (other) => other === type)), row('all', () => true)],
  )
}

function deliveryTable({ log, entries, requests }: Evidence): string {
  const row = (name: string, channel: string, deliveries: readonly LoggedDelivery[]) => {
    const ids = new Set(deliveries.map(({ id }) => id))
    const attempts = log.attempts.filter(({ delivery }) => ids.has(delivery))
    const came = requests.filter(({ headers }) => ids.has(headers['webhook-id'] ?? '')).length
    const codes = [...new Set(attempts.map(({ code }) => code))].sort().join(' ')
    const cells = [deliveries.length, ...byStatus(deliveries), attempts.length]
    return [name, channel, ...cells, channel === 'email' ? '' : came, codes]
  }
  const head = ['subscription', 'channel', 'deliveries', ...statusHead, 'attempts', 'requests']
  const perEntry = entries.map(({ channel, channelEntry, name }) => {
    const deliveries = log.deliveries.filter((delivery) => delivery.channelEntry === channelEntry)
    return row(name, channel, deliveries)
  })
  return table([...head, 'answers'], perEntry)
}

function checkTable(checks: readonly Check[]): string {
  return table(
    ['what', 'expected', 'found', ''],
    checks.map((check) => [
      check.what,
      String(check.expected),
      String(check.found),
      holds(check) ? 'ok' : 'WRONG',
    ]),
  )
}
