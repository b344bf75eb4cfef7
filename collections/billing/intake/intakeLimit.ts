import type { RateLimit } from '../../../src/rate-limit/rateLimiter.ts'

/** Per address of a sender: providers send in bursts, floods are not providers. */
export const intakeLimit: RateLimit = { name: 'payment-intake', points: 600, perSeconds: 60 }
