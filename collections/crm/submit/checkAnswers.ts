import type { AnswerField } from '../forms/answerField.ts'
import type { Answer, AnswerProblem } from './answer.ts'
import { readAnswer } from './readAnswer.ts'

/** Answers in the order of the questions, or everything that is wrong with them. */
export type CheckedAnswers = { answers: Answer[]; problems: AnswerProblem[] }

/** Holds what was sent against the questions of a form. Pure. */
export function checkAnswers(
  questions: readonly AnswerField[],
  sent: Readonly<Record<string, unknown>>,
): CheckedAnswers {
  const answers: Answer[] = []
  const names = new Set(questions.map(({ name }) => name))
  const problems: AnswerProblem[] = Object.keys(sent)
    .filter((name) => !names.has(name))
    .map((name) => ({ field: name.slice(0, 50), code: 'unknown' }))
  for (const question of questions) {
    const { name: field, required } = question
    const result = readAnswer(Object.hasOwn(sent, field) ? sent[field] : undefined, question)
    if (result === undefined) {
      if (required) problems.push({ field, code: 'required' })
    } else if ('code' in result) problems.push({ field, ...result })
    else answers.push({ question, ...result })
  }
  if (answers.length === 0 && problems.length === 0) problems.push({ field: '', code: 'empty' })
  return { answers, problems }
}
