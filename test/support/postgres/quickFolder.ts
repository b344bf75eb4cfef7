import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'

const inMemory = '/dev/shm'
const ENOUGH_BYTES = 4 * 1_024 ** 3

/**
 * Where files that live for minutes are made fastest: in memory where there is plenty (a copy of the migrated database, some
 * two thousand files, takes a twentieth of the time there), else the folder for temporary files.
 */
export async function quickFolder(): Promise<string> {
  const found = await statfs(inMemory).catch(() => undefined)
  return found !== undefined && found.bavail * found.bsize > ENOUGH_BYTES ? inMemory : tmpdir()
}
