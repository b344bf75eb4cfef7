import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from '../elements/textOf.ts'
import type { Texts } from '../texts/en.ts'

/** One thing that was decided about an event. */
export type DecisionSentence = {
  kind: 'sent' | 'skipped' | 'notSent' | 'broken' | 'note'
  text: string
}

const signs: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '≠',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
}

/** The stored decisions (EV-25) as sentences, in the order sent, not sent, skipped. */
export function decisionSentences(decisions: unknown, texts: Texts): DecisionSentence[] {
  if (!isRecord(decisions)) return []
  const words = texts.event
  if (decisions['error'] !== undefined) {
    return [{ kind: 'broken', text: words.broken(String(decisions['error'])) }]
  }
  const sentences = [
    ...listOf(decisions['matched'], texts, (entry) => ({
      kind: 'sent',
      text: words.sentTo(nameOf(entry)),
    })),
    ...listOf(decisions['notMatched'], texts, (entry) => ({
      kind: 'notSent',
      text: words.notSent(nameOf(entry), failedSentence(entry['failed'], texts)),
    })),
    ...listOf(decisions['skipped'], texts, (entry) => {
      const reason = textOf(entry['reason']) ?? ''
      return {
        kind: 'skipped',
        text: words.skipped(nameOf(entry), words.skipReasons[reason] ?? reason),
      }
    }),
  ]
  return sentences.length > 0 ? sentences : [{ kind: 'note', text: words.nobodyAsked }]
}

function listOf(
  group: unknown,
  texts: Texts,
  say: (entry: Record<string, unknown>) => DecisionSentence,
): DecisionSentence[] {
  if (!isRecord(group) || !Array.isArray(group['list'])) return []
  const said = group['list'].filter(isRecord).map(say)
  const left = Number(group['count'] ?? 0) - said.length
  return left > 0 ? [...said, { kind: 'note', text: texts.event.more(left) }] : said
}

function nameOf(entry: Record<string, unknown>): string {
  return textOf(entry['name']) ?? textOf(entry['subscription']) ?? '?'
}

function failedSentence(failed: unknown, texts: Texts): string {
  const conditions = Array.isArray(failed) ? failed.filter(isRecord) : []
  return conditions.map((condition) => conditionSentence(condition, texts)).join(texts.event.and)
}

function conditionSentence(condition: Record<string, unknown>, texts: Texts): string {
  const { actual, isNegated, operator, previous, value } = condition
  const field = (textOf(condition['field']) ?? '').replace(/^data\.current\./, '')
  const needs = needOf(textOf(operator) ?? '', value, texts)
  if (isNegated === true) return texts.event.failedNot(field, shown(actual, texts), needs)
  return previous === undefined
    ? texts.event.failed(field, shown(actual, texts), needs)
    : texts.event.change(field, shown(previous, texts), shown(actual, texts), needs)
}

function needOf(operator: string, value: unknown, texts: Texts): string {
  const isTurned = value === false && (operator === 'exists' || operator === 'changed')
  const name = texts.filter.operators[isTurned ? `${operator}:false` : operator] ?? operator
  const word = signs[operator] ?? `“${name}”`
  return value === undefined || isTurned || value === true ? word : `${word} ${shown(value, texts)}`
}

function shown(value: unknown, texts: Texts): string {
  if (value === undefined || value === null || value === '') return texts.empty
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
