import type { Child } from './childProcess.ts'
import type { FaultWorld } from './faultCase.ts'
import type { KillPoint } from './killPoint.ts'

const PATIENCE_MS = 60_000

/** Lets the child run into its kill point; throws when it never gets there. */
export async function dieAtPoint(
  { losses }: Pick<FaultWorld, 'losses'>,
  child: Child,
  { point, work }: { point: KillPoint; work: () => Promise<unknown> },
): Promise<void> {
  await child.arm(point)
  void work()
  let isTooLate = false
  const timer = setTimeout(() => {
    isTooLate = true
    void child.kill()
  }, PATIENCE_MS)
  const { signal } = await child.gone
  clearTimeout(timer)
  if (isTooLate || signal !== 'SIGKILL') {
    throw new Error(`the kill point /${point.match}/ (${point.moment}) was not reached`)
  }
  await losses.kill(child, { isDead: true })
}
