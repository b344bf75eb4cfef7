import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root of the project: where payload.config.ts, package.json and .next are. */
export const projectDir = resolve(fileURLToPath(import.meta.url), '../../..')
