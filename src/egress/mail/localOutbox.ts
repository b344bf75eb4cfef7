import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { listLocalMail } from './listLocalMail.ts'
import type { LocalMail } from './localMail.ts'
import { readLocalMail } from './readLocalMail.ts'

/** Letters kept on this machine, for reading. */
export type LocalOutbox = {
  /** The newest letters, newest first. */
  list: (limit: number) => Promise<LocalMail[]>
  /** One letter with the header lines of its message; null when there is no such letter. */
  read: (id: string) => Promise<{ mail: LocalMail; headers: string } | null>
}

/** Names as `writeLocalMail` makes them; nothing else ever becomes a part of a path. */
const mailId = /^\d{8}T\d{6}\.\d{3}Z-[\da-f]{8}$/

/** The outbox in a folder; a folder that does not exist is an empty outbox. */
export function createLocalOutbox(outboxDir: string): LocalOutbox {
  return {
    list: (limit) => listLocalMail({ outboxDir, limit }),
    read: async (id) => {
      if (!mailId.test(id)) return null
      const mail = await readLocalMail(join(outboxDir, `${id}.json`))
      // The file name inside the file is not trusted: a path must not come out of data.
      if (mail?.id !== id) return null
      return { mail, headers: await headersOf(join(outboxDir, `${id}.eml`)) }
    },
  }
}

async function headersOf(path: string): Promise<string> {
  try {
    const [headers = ''] = (await readFile(path, 'utf8')).split('\r\n\r\n')
    return headers
  } catch (error) {
    // Somebody cleared the folder by hand; what the list knows is still worth showing.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
    if (code === 'ENOENT') return ''
    throw error
  }
}
