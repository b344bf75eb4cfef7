import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { email as payloadEmail } from 'payload/shared'

import type { AnswerField } from '../../../collections/crm/forms/answerField.ts'
import { checkAnswers } from '../../../collections/crm/submit/checkAnswers.ts'
import { mailAddress } from '../../../collections/mailAddress.ts'
import { marksOf } from '../../../collections/crm/submit/marksOf.ts'
import { networkOf } from '../../../collections/crm/submit/networkOf.ts'
import { leadOfSubmission } from '../../../collections/crm/submissions/leadOfSubmission.ts'

const answerOf = (question: AnswerField, sent: unknown) => {
  const { answers, problems } = checkAnswers([question], { [question.name]: sent })
  const [problem] = problems
  if (problem) return problem.limit === undefined ? problem.code : [problem.code, problem.limit]
  const [answer] = answers
  return answer?.shown === undefined ? { value: answer?.value } : [answer.value, answer.shown]
}
const base = { name: 'q', label: 'Q' }
const text: AnswerField = { ...base, blockType: 'text', minLength: 2, maxLength: 4 }
const number: AnswerField = { ...base, blockType: 'number', min: 1, max: 10, whole: true }
const tick: AnswerField = { ...base, blockType: 'checkbox' }
const options = [{ value: 'a', label: 'А' }, { value: 'b' }]
const select: AnswerField = { ...base, blockType: 'select', options }
const several: AnswerField = { ...base, blockType: 'select', options, multiple: true }

describe('an answer, by the kind of its question', () => {
  const rows: [AnswerField, unknown, unknown][] = [
    [text, ' abc ', { value: 'abc' }],
    [text, 123, { value: '123' }],
    [text, 'a', ['too_short', 2]],
    [text, 'abcde', ['too_long', 4]],
    [text, true, 'not_text'],
    [text, ['a'], 'not_text'],
    [text, 'a\0b', 'not_text'],
    [text, '  ', 'empty'],
    [{ ...base, blockType: 'text' }, 'x'.repeat(501), ['too_long', 500]],
    [{ ...base, blockType: 'textarea' }, 'x'.repeat(5000), { value: 'x'.repeat(5000) }],
    [{ ...base, blockType: 'textarea' }, 'x'.repeat(5001), ['too_long', 5000]],
    [{ ...base, blockType: 'email' }, 'a@b.test', { value: 'a@b.test' }],
    [{ ...base, blockType: 'email' }, 'a@b', 'not_email'],
    [{ ...base, blockType: 'email' }, 'a@b-.test', 'not_email'],
    [{ ...base, blockType: 'phone' }, '89161234567', ['+79161234567', '89161234567']],
    [{ ...base, blockType: 'phone' }, '+79161234567', { value: '+79161234567' }],
    [{ ...base, blockType: 'phone' }, 79161234567, ['+79161234567', '79161234567']],
    [{ ...base, blockType: 'phone' }, '911', 'not_phone'],
    [number, 5, { value: '5' }],
    [number, '5,0', ['5', '5,0']],
    [number, '5.5', 'not_whole'],
    [number, 0, ['too_small', 1]],
    [number, '1 000', ['too_large', 10]],
    [number, 'Infinity', 'not_number'],
    [number, 'five', 'not_number'],
    [{ ...base, blockType: 'number' }, '0', { value: '0' }],
    [{ ...base, blockType: 'date' }, '2028-02-29', { value: '2028-02-29' }],
    [{ ...base, blockType: 'date' }, '2027-02-29', 'not_date'],
    [{ ...base, blockType: 'date' }, '21.11.2026', 'not_date'],
    [select, 'a', ['a', 'А']],
    [select, 'b', { value: 'b' }],
    [select, 'c', 'not_an_option'],
    [select, ['a', 'b'], 'not_an_option'],
    [select, '', 'empty'],
    [several, ['b', 'a'], ['a, b', 'А, b']],
    [several, ['a', 'c'], 'not_an_option'],
    [tick, true, { value: 'true' }],
    [tick, 'on', { value: 'true' }],
    [tick, false, 'empty'],
    [tick, 'maybe', 'not_a_tick'],
    [{ ...base, blockType: 'hidden', value: 'promo' }, undefined, { value: 'promo' }],
    [{ ...base, blockType: 'hidden', value: 'promo' }, 'own', { value: 'own' }],
  ]
  test.each(rows)('%j: %j → %j', (question, sent, expected) => {
    expect(answerOf(question, sent)).toEqual(expected)
  })

  test('one that is required is missed in every empty shape', () => {
    for (const question of [text, number, select, several, tick]) {
      for (const sent of [undefined, null, '']) {
        expect(answerOf({ ...question, required: true }, sent)).toBe('required')
      }
    }
    expect(answerOf({ ...tick, required: true }, false)).toBe('required')
  })

  test('nothing that can be sent breaks the check, and what passes is text', () => {
    const questions = [text, number, select, several, tick].map((question, index) => ({
      ...question,
      name: `q${index}`,
    }))
    void fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4'), fc.anything()),
        (sent) => {
          const { answers, problems } = checkAnswers(questions, sent)
          expect(answers.length + problems.length).toBeGreaterThan(0)
          for (const { value } of answers) expect(typeof value).toBe('string')
        },
      ),
    )
  })

  test('an e-mail that passes is one that Payload takes too, or the lead would be lost', () => {
    const req = { t: (key: string) => key, payload: { collections: {}, config: {} } }
    const accepted = (value: string) =>
      payloadEmail(value, { req } as unknown as Parameters<typeof payloadEmail>[1]) === true
    void fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string().map((part) => `a@${part}.test`),
        ),
        (mail) => {
          expect(mailAddress.safeParse(mail).success && !accepted(mail)).toBe(false)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a lead of answers', () => {
  const questions = [
    { blockType: 'text', name: 'who' },
    { blockType: 'text', name: 'company' },
    { blockType: 'phone', name: 'tel' },
    { blockType: 'phone', name: 'second' },
    { blockType: 'text', name: 'contact' },
    { blockType: 'textarea', name: 'message' },
  ] as const
  const lead = (values: Record<string, string>, mapping: Record<string, string> = {}) =>
    leadOfSubmission({
      values: Object.entries(values).map(([name, value]) => ({ name, label: name, value })),
      questions,
      mapping,
    })

  test('takes the first phone and what is named so; the rest stands in the message', () => {
    const values = {
      who: 'Анна',
      company: 'Север',
      tel: '+79161234567',
      second: '+79031112233',
      message: 'Здравствуйте',
    }
    expect(lead(values)).toEqual({
      company: 'Север',
      phone: '+79161234567',
      phoneRaw: '+79161234567',
      message: 'Здравствуйте\n\nwho: Анна\nsecond: +79031112233',
    })
  })

  test('follows the mapping', () => {
    expect(
      lead({ who: 'Анна', tel: '1', second: '+79031112233' }, { name: 'who', phone: 'second' }),
    ).toEqual({
      name: 'Анна',
      phone: '+79031112233',
      phoneRaw: '+79031112233',
      message: 'tel: 1',
    })
  })

  test('keeps an answer that does not fit its field', () => {
    expect(lead({ contact: 'в Телеграме' }, { phone: 'contact', email: 'contact' })).toEqual({
      message: 'contact: в Телеграме',
    })
    const long = 'я'.repeat(300)
    expect(lead({ who: long }, { name: 'who' })).toEqual({ message: `who: ${long}` })
  })

  test('is none where nothing was said', () => {
    expect(lead({})).toBeUndefined()
    expect(lead({ who: ' ' })).toBeUndefined()
  })
})

describe('the visit', () => {
  test.each([
    ['203.0.113.77', '203.0.113.0'],
    ['::ffff:203.0.113.77', '203.0.113.0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::'],
    ['2001:db8::1', '2001:db8:0::'],
    ['::1', '0:0:0::'],
    ['unknown', null],
    ['', null],
  ])('network of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('marks come from the page, those that were sent go first', () => {
    const page = 'https://a.test/?utm_source=ya&utm_term=x&gclid=1&other=2'
    expect(marksOf(page, { term: 'y', medium: '' })).toEqual({
      source: 'ya',
      term: 'y',
      gclid: '1',
    })
    expect(marksOf('not a page')).toEqual({})
    expect(marksOf(`https://a.test/?utm_source=${'x'.repeat(900)}`)['source']).toHaveLength(500)
  })
})
