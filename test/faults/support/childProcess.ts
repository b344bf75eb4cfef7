import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

import type { KillPoint } from './killPoint.ts'
import type { ChildSetup, Command, Report, Task, WorkOptions, WriteOptions } from './messages.ts'
import { wrongClock } from './wrongClock.ts'

/** What a process said it had committed. */
export type Commit = { documentId: string; isPaid: boolean }

/** A real process that can be made to work, to write and to die. */
export type Child = {
  pid: number
  arm: (point: KillPoint | null) => Promise<void>
  /** Starts a worker in it; resolves with the worker's id. */
  work: (options?: WorkOptions) => Promise<string>
  stopWork: () => Promise<void>
  /** Begins to write; resolves when it has stopped by itself or been told to. */
  write: (options?: WriteOptions) => Promise<void>
  stopWriting: () => void
  /** Resolves with how many things were done; `undefined` when it died meanwhile. */
  carryOut: (task: Task) => Promise<number | undefined>
  /** SIGKILL; resolves when it is gone. */
  kill: () => Promise<void>
  /** SIGTERM; resolves with the milliseconds it took to leave. */
  terminate: () => Promise<number>
  /** Resolves when it is gone, for whatever reason. */
  gone: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  isAlive: () => boolean
  /** Ids of the workers started in it. */
  workerIds: string[]
  commits: Commit[]
  refusals: string[]
}

/** Starts a process from what `buildChild` made and waits until its Payload is up. */
export async function startChild(file: string, setup: ChildSetup): Promise<Child> {
  const child = fork(file, [JSON.stringify(setup)], {
    execArgv: ['--no-deprecation', ...wrongClock(setup.clockShiftMs)],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  const commits: Commit[] = []
  const refusals: string[] = []
  child.on('message', (report: Report) => {
    if (report.type === 'committed') commits.push(report)
    if (report.type === 'refused') refusals.push(report.reason)
  })
  await reported(child, 'ready')
  return { ...commandsOf(child, gone), gone, commits, refusals }
}

function commandsOf(child: ChildProcess, gone: Child['gone']) {
  const workerIds: string[] = []
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null
  const send = (command: Command): void => {
    // A child that dies at this moment closes the channel first: not worth a word.
    if (isAlive() && child.connected) child.send(command, () => undefined)
  }
  const ask = async (command: Command, type: Report['type']): Promise<Report | undefined> => {
    const answer = reported(child, type)
    send(command)
    return Promise.race([answer, gone.then(() => undefined)])
  }
  const leave = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    await gone
  }
  return {
    pid: child.pid ?? 0,
    workerIds,
    isAlive,
    arm: async (point: KillPoint | null) => void (await ask({ type: 'arm', point }, 'armed')),
    work: async (options: WorkOptions = {}) => {
      const report = await ask({ type: 'work', options }, 'working')
      if (report?.type !== 'working') return ''
      workerIds.push(report.workerId)
      return report.workerId
    },
    stopWork: async () => void (await ask({ type: 'stopWork' }, 'stoppedWork')),
    write: async (options: WriteOptions = {}) =>
      void (await ask({ type: 'write', options }, 'stoppedWriting')),
    stopWriting: () => send({ type: 'stopWriting' }),
    carryOut: async (task: Task) => {
      const report = await ask({ type: 'carryOut', task }, 'carriedOut')
      return report?.type === 'carriedOut' ? report.count : undefined
    },
    kill: () => leave('SIGKILL'),
    terminate: async () => {
      const startedAt = performance.now()
      await leave('SIGTERM')
      return performance.now() - startedAt
    },
  }
}

function reported(child: ChildProcess, type: Report['type']): Promise<Report> {
  return new Promise((resolve, reject) => {
    const onMessage = (report: Report): void => {
      if (report.type !== type) return
      child.off('message', onMessage)
      resolve(report)
    }
    child.on('message', onMessage)
    if (type === 'ready') {
      child.once('exit', (code) => reject(new Error(`a child ended at its start (${code})`)))
    }
  })
}
