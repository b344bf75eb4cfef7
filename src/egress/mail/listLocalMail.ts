import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { LocalMail } from './localMail.ts'
import { readLocalMail } from './readLocalMail.ts'

/** The last mails of the local outbox, newest first; a file that is not one of ours is passed over. */
export async function listLocalMail(options: {
  outboxDir: string
  /** @default 50 */
  limit?: number
}): Promise<LocalMail[]> {
  const { outboxDir, limit = 50 } = options
  const names = (await fileNames(outboxDir)).filter((name) => name.endsWith('.json'))
  const newest = names.sort().reverse().slice(0, limit)
  const entries = await Promise.all(newest.map((name) => readLocalMail(join(outboxDir, name))))
  return entries.filter((entry) => entry !== null)
}

async function fileNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    // No mail has been kept yet.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
    if (code === 'ENOENT') return []
    throw error
  }
}
