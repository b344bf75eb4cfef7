import { expect, test } from '@jest/globals'

import { en } from '../../../src/admin/texts/en.ts'
import { decisionSentences } from '../../../src/admin/views/decisionSentences.ts'

const one = (entry: object) => ({ count: 1, list: [entry] })
const none = { count: 0, list: [] }

test('EV-25 decisions read as sentences with the value found and the value needed', () => {
  const failed = [
    { field: 'data.current.total.ru.amount', operator: 'gt', value: 10000, actual: 500 },
  ]
  const decisions = {
    matched: one({ subscription: '1', name: 'CRM' }),
    notMatched: one({ subscription: '2', name: 'Big orders', failed }),
    skipped: { count: 3, list: [{ subscription: '3', name: 'Old', reason: 'disabled' }] },
  }
  expect(decisionSentences(decisions, en).map(({ text }) => text)).toEqual([
    'Sent to: CRM',
    'Not sent to Big orders because total.ru.amount is 500, needs > 10000',
    'Skipped Old: switched off',
    '…and 2 more',
  ])
})

test('EV-25 an event nobody asks for and one that broke say so', () => {
  const nobody = { matched: none, notMatched: none, skipped: none }
  expect(decisionSentences(nobody, en)).toEqual([{ kind: 'note', text: en.event.nobodyAsked }])
  expect(decisionSentences({ error: 'boom' }, en)[0]?.kind).toBe('broken')
})

test('absent values, negations and changes are told apart', () => {
  const sentence = (condition: object): string | undefined =>
    decisionSentences({ notMatched: one({ name: 'S', failed: [condition] }) }, en)[0]?.text
  expect(sentence({ field: 'meta.userId', operator: 'exists' })).toContain('meta.userId is empty')
  expect(
    sentence({
      field: 'data.current.status',
      operator: 'eq',
      value: 'paid',
      actual: 'paid',
      isNegated: true,
    }),
  ).toContain('status is paid, must not be = paid')
  expect(
    sentence({
      field: 'status',
      operator: 'changed_to',
      value: 'paid',
      previous: 'a',
      actual: 'b',
    }),
  ).toContain('status was a and is b, needs “changed to” paid')
})
