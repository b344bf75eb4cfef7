import { readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { FlowError } from '../../kernel/flowError.ts'
import { isProcessAlive } from './isProcessAlive.ts'

const holderOf = async (file: string): Promise<number | undefined> => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number.parseInt(text, 10)
}

const take = (file: string): Promise<boolean> =>
  writeFile(file, `${process.pid}\n`, { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

/** A start that was killed leaves its file behind; a restarted container may even give us its number. */
const dropIfAbandoned = async (file: string, heldHere: boolean): Promise<void> => {
  const holder = await holderOf(file)
  if (holder === undefined) return
  const isOurOldNumber = holder === process.pid && !heldHere
  if (isOurOldNumber || !isProcessAlive(holder)) await rm(file, { force: true })
}

const heldFiles = new Set<string>()

/**
 * Runs `work` while no other process of this machine runs work under the same file.
 *
 * @throws FLOW_DATABASE_START_LOCKED when another process keeps the lock for `timeoutMs` milliseconds.
 */
export const withFileLock = async <Result>({
  file,
  timeoutMs,
  work,
}: {
  file: string
  timeoutMs: number
  work: () => Promise<Result>
}): Promise<Result> => {
  const deadline = Date.now() + timeoutMs
  while (!(await take(file))) {
    await dropIfAbandoned(file, heldFiles.has(file))
    if (Date.now() > deadline) {
      throw new FlowError({
        code: 'FLOW_DATABASE_START_LOCKED',
        message: `Another process (${await holderOf(file)}) has been starting this database for ${Math.round(timeoutMs / 1000)} s.`,
        hint: `Wait for it or stop it. If there is none, delete ${file}.`,
      })
    }
    await delay(50)
  }
  heldFiles.add(file)
  try {
    return await work()
  } finally {
    heldFiles.delete(file)
    await rm(file, { force: true })
  }
}
