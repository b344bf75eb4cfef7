import { FlowError } from '../../../src/kernel/flowError.ts'
import type { RateLimiter } from '../../../src/rate-limit/rateLimiter.ts'
import { refusal } from '../../refusal.ts'
import type { OpenForm } from './openForm.ts'
import type { VisitorLanguage } from './visitorLanguage.ts'

type Visitor = { address: string; language: VisitorLanguage }

/** Counts one sending of a form by an address. Throws FLOW_RATE_LIMITED (429) in the visitor's language. */
export async function limitForm(
  limiter: RateLimiter,
  { id, protection }: Pick<OpenForm, 'id' | 'protection'>,
  { address, language }: Visitor,
): Promise<void> {
  const limit = {
    name: 'form-answers',
    points: protection?.maxSubmissions ?? 5,
    perSeconds: (protection?.perMinutes ?? 10) * 60,
  }
  try {
    await limiter.consume(limit, `${id}:${address}`)
  } catch (error) {
    if (!(error instanceof FlowError) || error.code !== 'FLOW_RATE_LIMITED') throw error
    const seconds = error.details['retryAfterSeconds']
    throw refusal(language, {
      code: 'FLOW_RATE_LIMITED',
      message: 'this form was sent too often from your network',
      hint: `Try again in ${String(seconds)} s.`,
      ru: {
        message: 'с вашего адреса эту форму отправляли слишком часто',
        hint: `Попробуйте снова через ${String(seconds)} с.`,
      },
      status: 429,
      details: error.details,
      cause: error,
    })
  }
}
