import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from '../elements/textOf.ts'
import type { Texts } from '../texts/en.ts'

/** The problems in an answer of the preview, as sentences. */
export function problemSentences(answer: unknown, { mapping }: Texts): string[] {
  const problems = isRecord(answer) ? answer['problems'] : undefined
  if (!Array.isArray(problems)) return []
  return problems.filter(isRecord).map((problem) => {
    const field = textOf(problem['to']) ?? ''
    const detail = textOf(problem['detail']) ?? ''
    if (problem['why'] === 'unfit') return mapping.unfit(field, mapping.steps[detail] ?? detail)
    return problem['why'] === 'template' ? mapping.template(field, detail) : mapping.missing(field)
  })
}
