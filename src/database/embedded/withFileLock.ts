import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { FlowError } from '../../kernel/flowError.ts'
import { isProcessAlive } from './isProcessAlive.ts'

type FileLockOptions<Result> = {
  file: string
  timeoutMs: number
  work: () => Promise<Result>
}

/** A file is there a moment before its owner's number is in it; one that stays empty was left by a crash. */
const emptyForMs = 10_000

/** Turns within this process, by file: between processes the file decides. */
const turns = new Map<string, Promise<unknown>>()

/**
 * Runs `work` while nobody else on this machine, in this process or another, runs work under the same file.
 *
 * @throws FLOW_DATABASE_START_LOCKED when another process keeps the lock for `timeoutMs` milliseconds.
 */
export const withFileLock = async <Result>(options: FileLockOptions<Result>): Promise<Result> => {
  const { file } = options
  const before = turns.get(file) ?? Promise.resolve()
  const turn = before.then(() => workLocked(options))
  const ended = turn.catch(() => undefined)
  turns.set(file, ended)
  try {
    return await turn
  } finally {
    if (turns.get(file) === ended) turns.delete(file)
  }
}

const workLocked = async <Result>({
  file,
  timeoutMs,
  work,
}: FileLockOptions<Result>): Promise<Result> => {
  const deadline = Date.now() + timeoutMs
  while (!(await take(file))) {
    await dropIfAbandoned(file)
    if (Date.now() > deadline) {
      throw new FlowError({
        code: 'FLOW_DATABASE_START_LOCKED',
        message: `Another process (${await textOf(file)}) has been starting this database for ${Math.round(timeoutMs / 1000)} s.`,
        hint: `Wait for it or stop it. If there is none, delete ${file}.`,
      })
    }
    await delay(50)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

const take = (file: string): Promise<boolean> =>
  writeFile(file, `${process.pid}\n`, { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

const textOf = async (file: string): Promise<string | undefined> =>
  (await readFile(file, 'utf8').catch(() => undefined))?.trim()

/** A start that was killed leaves its file behind; a restarted container may even give us its number. */
const isAbandoned = async (file: string, holder: string): Promise<boolean> => {
  if (holder !== '') return Number(holder) === process.pid || !isProcessAlive(Number(holder))
  const made = await stat(file).catch(() => undefined)
  return made !== undefined && Date.now() - made.mtimeMs > emptyForMs
}

/** Set aside before it is deleted: somebody quicker may have dropped it, and this one is already his. */
const dropIfAbandoned = async (file: string): Promise<void> => {
  const holder = await textOf(file)
  if (holder === undefined || !(await isAbandoned(file, holder))) return
  const aside = `${file}.${process.pid}`
  const isAside = await rename(file, aside).then(
    () => true,
    () => false,
  )
  if (!isAside) return
  if ((await textOf(aside)) === holder) await rm(aside, { force: true })
  else await rename(aside, file).catch(() => undefined)
}
