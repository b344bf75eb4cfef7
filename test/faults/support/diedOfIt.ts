import type { Child } from './childProcess.ts'

/** Problems: one for each process that should have lived through it. */
export function diedOfIt(children: readonly Child[]): string[] {
  return children.filter((child) => !child.isAlive()).map(() => 'a process died of it')
}
