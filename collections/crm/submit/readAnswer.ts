import type { AnswerField } from '../forms/answerField.ts'
import { toE164 } from '../../../src/kernel/toE164.ts'
import type { AnswerResult } from './answer.ts'
import { mailAddress } from '../../mailAddress.ts'

/** Lengths where the form sets none. */
const longestLine = 500
const longestText = 5000

type Kind = AnswerField['blockType']
type Question<Type extends Kind> = Extract<AnswerField, { blockType: Type }>
type Reader<Type extends Kind> = (sent: unknown, question: Question<Type>) => AnswerResult

const line =
  (read: (text: string) => AnswerResult, longest = longestLine) =>
  (sent: unknown): AnswerResult => {
    const text = textOf(sent)
    if (text === undefined) return { code: 'not_text' }
    if (text === '') return undefined
    return text.length > longest ? { code: 'too_long', limit: longest } : read(text)
  }

type Length = { minLength?: number | null; maxLength?: number | null }

const limited =
  (longest: number) =>
  (sent: unknown, { maxLength, minLength }: Length): AnswerResult =>
    line(
      (text) =>
        text.length < (minLength ?? 0)
          ? { code: 'too_short', limit: minLength ?? 0 }
          : { value: text },
      maxLength ?? longest,
    )(sent)

const number: Reader<'number'> = (sent, { max, min, whole }) =>
  line((text) => {
    const value = Number(text.replaceAll(/[\s\u00A0]/g, '').replace(',', '.'))
    if (!Number.isFinite(value)) return { code: 'not_number' }
    if (whole && !Number.isInteger(value)) return { code: 'not_whole' }
    if (typeof min === 'number' && value < min) return { code: 'too_small', limit: min }
    if (typeof max === 'number' && value > max) return { code: 'too_large', limit: max }
    return { value: String(value), ...(text === String(value) ? {} : { shown: text }) }
  }, 50)(sent)

const date: Reader<'date'> = (sent) =>
  line((text) => (isDate(text) ? { value: text } : { code: 'not_date' }))(sent)

const select: Reader<'select'> = (sent, { multiple, options }) => {
  const chosen = [sent].flat().filter((value) => value !== '' && value !== null)
  if (chosen.length === 0) return undefined
  const found = options.filter(({ value }) => chosen.includes(value))
  const isKnown = chosen.every((value) => found.some((option) => option.value === value))
  if (!isKnown || (!multiple && chosen.length > 1)) return { code: 'not_an_option' }
  const value = found.map((option) => option.value).join(', ')
  const shown = found.map((option) => option.label || option.value).join(', ')
  return { value, ...(shown === value ? {} : { shown }) }
}

const ticked = new Set<unknown>([true, 'true', 'on', '1', 1])
const unticked = new Set<unknown>([false, 'false', 'off', '0', 0, '', null])

const checkbox: Reader<'checkbox'> = (sent) => {
  if (ticked.has(sent)) return { value: 'true' }
  return unticked.has(sent) ? undefined : { code: 'not_a_tick' }
}

const readers: { [Type in Kind]: Reader<Type> } = {
  text: limited(longestLine),
  textarea: limited(longestText),
  email: line((text) =>
    mailAddress.safeParse(text).success ? { value: text } : { code: 'not_email' },
  ),
  phone: line((text) => {
    const value = toE164(text)
    if (value === undefined) return { code: 'not_phone' }
    return { value, ...(text === value ? {} : { shown: text }) }
  }),
  number,
  date,
  select,
  checkbox,
  hidden: (sent, { value }) => line((text) => ({ value: text }))(isBlank(sent) ? value : sent),
}

/** What was sent for one question, checked by its kind; a required question is not the reader's business. */
export function readAnswer(sent: unknown, question: AnswerField): AnswerResult {
  // The reader of a kind takes questions of that kind.
  const read = readers[question.blockType] as (sent: unknown, question: AnswerField) => AnswerResult
  return read(sent ?? null, question)
}

/** Trimmed; numbers as their digits. `undefined` for what is no text. */
function textOf(sent: unknown): string | undefined {
  if (sent === null || sent === undefined) return ''
  if (typeof sent === 'number' && Number.isFinite(sent)) return String(sent)
  // Postgres has no NUL in text.
  return typeof sent === 'string' && !sent.includes('\0') ? sent.trim() : undefined
}

function isBlank(sent: unknown): boolean {
  return sent === null || sent === undefined || sent === ''
}

/** A day of the calendar, `2026-11-21`. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
