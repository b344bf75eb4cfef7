import { setTimeout as delay } from 'node:timers/promises'

const limitMs = 45_000

/** Asks until the answer is not `undefined`, `false` or an error. Gives up before the test's time is over. */
export const until = async <Answer>(
  ask: () => Answer | undefined | false | Promise<Answer | undefined | false>,
): Promise<Answer> => {
  const deadline = Date.now() + limitMs
  while (Date.now() < deadline) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch(() => undefined)
    if (answer !== undefined && answer !== false) return answer
    await delay(25)
  }
  throw new Error('the condition did not come true')
}
