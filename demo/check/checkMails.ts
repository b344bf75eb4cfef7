import type { Email } from 'postal-mime'

import type { LoggedDelivery } from '../log/logRows.ts'
import type { Check } from './check.ts'
import type { Evidence } from './evidence.ts'

/** The log of e-mails against the parsed letters in the mailbox. */
export function checkMails({ log, mails }: Evidence): Check[] {
  const delivered = log.deliveries.filter(
    ({ channel, status }) => channel === 'email' && status === 'delivered',
  )
  const letterOf = ({ id }: LoggedDelivery): Email | undefined => {
    const letters = mails.filter(({ messageId }) => messageId?.includes(id))
    return letters.length === 1 ? letters[0] : undefined
  }
  const numberOf = (delivery: LoggedDelivery): string => {
    const event = log.events.find(({ id }) => id === delivery.event)
    return String(event?.data.current['number'])
  }
  return [
    {
      what: 'delivered e-mails with exactly one letter in the mailbox',
      expected: delivered.length,
      found: delivered.filter((delivery) => letterOf(delivery) !== undefined).length,
    },
    { what: 'letters in the mailbox', expected: delivered.length, found: mails.length },
    {
      what: 'letters whose Russian subject names the right order',
      expected: delivered.length,
      found: delivered.filter((delivery) => {
        const subject = letterOf(delivery)?.subject ?? ''
        return /[а-яё]/i.test(subject) && subject.includes(numberOf(delivery))
      }).length,
    },
  ]
}
