import type { Stage, Step } from './step.ts'

/** Does the steps one after another and says what each answered. */
export async function runSteps(
  steps: readonly Step[],
  stage: Stage,
  onDone: (step: Step, status: number) => void,
): Promise<void> {
  for (const step of steps) {
    const { status } = await step.run(stage)
    onDone(step, status)
  }
}
