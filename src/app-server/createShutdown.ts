import type { Logger } from '../kernel/logger.ts'

export type Shutdown = {
  /** Adds a step; steps run one after another, the last added first. */
  add: (name: string, stop: () => Promise<unknown>) => void
  /** Runs all steps and ends the process. Later calls change nothing. */
  run: (exitCode: number) => Promise<void>
  /** Whether the process is ending: what fails now, fails because of that. */
  isRunning: () => boolean
  /** What a SIGINT or SIGTERM does: the first drains, the next one ends the process at once. */
  onSignal: (signal: NodeJS.Signals) => void
}

export type ShutdownOptions = {
  logger: Logger
  /** After this many milliseconds the process ends, whatever is still going on. @default 10000 */
  deadlineMs?: number
  exit: (code: number) => void
  now: () => number
}

/** npm and tsx pass a signal on that the terminal has already sent to everybody. */
const sameSignalMs = 500

/** What is worth a line, in seconds. */
const slowStepS = 1

/** Ends the process in good order. */
export const createShutdown = ({
  logger,
  deadlineMs = 10_000,
  exit,
  now,
}: ShutdownOptions): Shutdown => {
  const steps: { name: string; stop: () => Promise<unknown> }[] = []
  let signalledAt: number | undefined
  let running: Promise<void> | undefined

  const runSteps = async (exitCode: number): Promise<void> => {
    const deadline = setTimeout(() => {
      logger.error({ msg: `still not stopped after ${deadlineMs / 1000} s, ending anyway` })
      exit(1)
    }, deadlineMs)
    // A step may add others while it runs (a start that is still under way).
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      const startedAt = now()
      try {
        await step.stop()
      } catch (error) {
        logger.error({ msg: `stopping ${step.name} failed: ${String(error)}` })
      }
      const seconds = (now() - startedAt) / 1000
      if (seconds >= slowStepS) logger.warn({ msg: `stopping ${step.name} took ${seconds} s` })
    }
    clearTimeout(deadline)
    exit(exitCode)
  }

  const run = (exitCode: number): Promise<void> => {
    running ??= runSteps(exitCode)
    return running
  }

  return {
    add: (name, stop) => {
      // The process is already leaving: what comes up now must go down at once.
      if (running !== undefined) void stop().catch(() => undefined)
      else steps.push({ name, stop })
    },
    run,
    isRunning: () => running !== undefined,
    onSignal: (signal) => {
      if (signalledAt === undefined) {
        signalledAt = now()
        logger.info({ msg: `${signal}: finishing what is under way; once more to stop at once` })
        void run(0)
      } else if (now() - signalledAt > sameSignalMs) {
        exit(130)
      }
    },
  }
}
