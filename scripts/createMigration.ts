import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `tsx scripts/createMigration.ts <name> [--skip-empty]`: lets Payload write the migration that brings the
 * committed schema up to the collections, then rewrites its files to this repository's import rules. Payload compares with
 * the newest snapshot alone: the older ones, half a megabyte each, are deleted.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = path.join(root, 'migrations')

execFileSync(
  process.execPath,
  [
    '--import',
    'tsx',
    path.join(root, 'scripts/payload.ts'),
    'migrate:create',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
)

for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts'))) {
  const file = path.join(folder, name)
  const before = readFileSync(file, 'utf8')
  const after = name === 'index.ts' ? tidyIndex(before) : tidyMigration(before)
  if (after !== before) writeFileSync(file, after)
}

const snapshots = readdirSync(folder).filter((file) => file.endsWith('.json'))
for (const name of snapshots.sort().slice(0, -1)) rmSync(path.join(folder, name))

/** Types imported as types, and only the parameters that the migration uses. */
function tidyMigration(text: string): string {
  return text
    .replace(
      "import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'",
      "import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'",
    )
    .replaceAll('({ db, payload, req }:', '({ db }:')
}

/** Relative imports name their file. */
function tidyIndex(text: string): string {
  return text.replace(/from '(\.\/[^'.]+)'/g, "from '$1.ts'")
}
