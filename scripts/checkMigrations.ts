import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getPayload } from 'payload'

/**
 * Fails when the collections need a migration that is not committed. Compares the newest snapshot in
 * migrations/ with the schema of the code; connects to no database, asks nothing and writes only to a
 * temporary copy.
 */
const projectDir = resolve(fileURLToPath(import.meta.url), '../..')
const committed = join(projectDir, 'migrations')
const scratch = mkdtempSync(join(tmpdir(), 'flowmasters-migrations-'))
cpSync(committed, scratch, { recursive: true })

const missing = (): string[] => {
  const known = new Set(readdirSync(committed))
  return readdirSync(scratch).filter((name) => name.endsWith('.ts') && !known.has(name))
}

// Payload ends the process itself when nothing changed, so the verdict is given on the way out.
process.on('exit', (code) => {
  const files = missing()
  for (const name of files) console.error(readFileSync(join(scratch, name), 'utf8'))
  rmSync(scratch, { recursive: true, force: true })
  if (files.length === 0 && code === 0) {
    console.log('Migrations: the committed ones match the collections.')
    return
  }
  console.error(
    files.length > 0
      ? 'A migration is missing (above). Run: npx tsx scripts/createMigration.ts <name>'
      : 'The schemas could not be compared.',
  )
  process.exitCode = 1
})
// An awaited question that nobody answers would otherwise end the process as a success.
process.exitCode = 1
// A renamed column makes the tool ask; the check has nobody to answer. The timer also keeps the process waiting while
// modules are loaded, which Node 20 does not do by itself.
const deadlineMs = 180_000
setTimeout(() => process.exit(1), deadlineMs)

process.env['DATABASE_URL'] = 'postgresql://nobody@127.0.0.1:1/never_connected'
process.env['PAYLOAD_SECRET'] ??= 'used for nothing: the check starts no session'

const { default: config } = await import('../payload.config.ts')
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
payload.db.migrationDir = scratch
await payload.db.createMigration({ payload, migrationName: 'missing', skipEmpty: true })
process.exit(missing().length > 0 ? 1 : 0)
