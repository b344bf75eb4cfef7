import type { AnswerField } from '../forms/answerField.ts'

/** One answer as it is stored: `value` for programs, `shown` where people saw something else. */
export type Answer = { question: AnswerField; value: string; shown?: string }

/** Why an answer was refused, by the name of its question. */
export type AnswerProblem = {
  field: string
  code:
    | 'required'
    | 'unknown'
    | 'not_text'
    | 'too_short'
    | 'too_long'
    | 'not_email'
    | 'not_phone'
    | 'not_number'
    | 'not_whole'
    | 'too_small'
    | 'too_large'
    | 'not_date'
    | 'not_an_option'
    | 'not_a_tick'
    | 'empty'
  /** The limit that was broken. */
  limit?: number
}

/** What a question makes of what was sent: nothing, an answer, or a refusal. */
export type AnswerResult =
  | undefined
  | Omit<Answer, 'question'>
  | { code: AnswerProblem['code']; limit?: number }
