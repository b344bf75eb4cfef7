import { setTimeout as delay } from 'node:timers/promises'

/** Asks until the answer is not `undefined`, `false` or an error; the test's own time limit ends it. */
export const until = async <Answer>(
  ask: () => Answer | undefined | false | Promise<Answer | undefined | false>,
): Promise<Answer> => {
  for (;;) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch(() => undefined)
    if (answer !== undefined && answer !== false) return answer
    await delay(25)
  }
}
