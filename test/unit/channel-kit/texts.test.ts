import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { checkTemplates } from '../../../src/channel-kit/checkTemplates.ts'
import { cutText } from '../../../src/channel-kit/cutText.ts'
import { quoteOf } from '../../../src/channel-kit/quoteOf.ts'
import { refusedBy } from '../../../src/channel-kit/refusedBy.ts'
import { FlowError } from '../../../src/kernel/flowError.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'

describe('cutText', () => {
  test.each([
    ['Анна', 4, 'Анна'],
    ['Анна!', 4, 'Анн…'],
    ['ab👋', 4, 'ab👋'],
    ['ab👋c', 4, 'ab…'],
    ['ab', 1, '…'],
  ])('%j to %d', (text, most, expected) => {
    expect(cutText(text, most)).toBe(expected)
  })
  test('the result fits, begins as the text does and breaks no character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 20 }),
        (text, most) => {
          const cut = cutText(text, most)
          expect(cut.length).toBeLessThanOrEqual(most)
          expect(cut).not.toMatch(/\p{Cs}/u)
          if (cut !== text) expect(text.startsWith(cut.slice(0, -1))).toBe(true)
        },
      ),
    )
  })
})

test('a quote is one line, short, printable and without secrets', () => {
  expect(quoteOf('bad\u0000 token\r\n123:abc \t!', ['123:abc', ''])).toBe('bad token *** !')
  expect(quoteOf('x'.repeat(5000))).toHaveLength(300)
})

test('a broken template is reported at its field', () => {
  const templates = createTemplateRenderer()
  expect(() => checkTemplates(templates, { text: '{{ id }}', chatId: null })).not.toThrow()
  expect(() => checkTemplates(templates, { text: '{{ id }}', chatId: '{{ id' })).toThrow(
    expect.objectContaining({
      code: 'FLOW_TEMPLATE_INVALID',
      status: 400,
      details: expect.objectContaining({ field: 'chatId' }),
      message: expect.not.stringMatching(/FLOW_.*FLOW_/),
    }),
  )
})

test('an error of ours is a final refusal with its words; a bug is thrown on', () => {
  const error = new FlowError({
    code: 'FLOW_X_Y',
    message: 'it is empty.',
    hint: 'Fill it.',
    details: { chat: 'a' },
  })
  expect(refusedBy(error, { to: 'a' })).toEqual({
    outcome: 'rejected',
    code: 'FLOW_X_Y',
    reason: 'it is empty. Fill it.',
    reasons: [{ key: 'FLOW_X_Y', params: { chat: 'a' } }],
    exchange: { request: { to: 'a' }, response: null },
  })
  expect(() => refusedBy(new TypeError('boom'))).toThrow('boom')
})
