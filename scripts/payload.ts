import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * `tsx scripts/payload.ts <command>`: Payload's own command line, with the configuration loaded first. On Node 20 the
 * command by itself now and then ends, as a success, while it still loads the configuration.
 */
const limitMs = 300_000
setTimeout(() => {
  console.error('The command did not end within five minutes.')
  process.exit(1)
}, limitMs)

await import('../payload.config.ts')
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const main = path.join(root, 'node_modules/payload/dist/bin/index.js')
const { bin } = (await import(pathToFileURL(main).href)) as { bin: () => Promise<void> }
await bin()
