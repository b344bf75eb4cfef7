import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Folder for what the application keeps on this machine: database, keys, local outbox. */
export function dataDirFrom(env: Readonly<Record<string, string | undefined>>): string {
  return path.resolve(root, env['FLOWMASTERS_DATA_DIR'] || '.flowmasters')
}
