import { readFile, writeFile } from 'node:fs/promises'

/**
 * Adds the packages of other platforms that the registry at hand does not carry. `npm install` leaves them out of the lock
 * file then, and `npm ci` refuses such a lock file. Platform and libc are read from the package's name, as its makers
 * write them; integrity is unknown, so npm checks nothing but the version on those platforms.
 * Run after `npm install`: `npx tsx scripts/completeLockFile.ts`.
 */
type LockEntry = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
type LockFile = { packages: Record<string, LockEntry> }

const systems: [RegExp, string][] = [
  [/openharmony/, 'openharmony'],
  [/android/, 'android'],
  [/darwin/, 'darwin'],
  [/freebsd/, 'freebsd'],
  [/linux/, 'linux'],
  [/win32|windows/, 'win32'],
]
const processors: [RegExp, string][] = [
  [/arm64/, 'arm64'],
  [/arm/, 'arm'],
  [/loong64/, 'loong64'],
  [/ppc64/, 'ppc64'],
  [/riscv64/, 'riscv64'],
  [/s390x/, 's390x'],
  [/ia32/, 'ia32'],
  [/x64/, 'x64'],
]

const file = new URL('../package-lock.json', import.meta.url)
const lock: LockFile = JSON.parse(await readFile(file, 'utf8'))
let added = 0
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (path === '' || isThere(path, name)) continue
    lock.packages[placeFor(path, name, version)] = entryFor(name, version, parent)
    added += 1
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
)
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} packages of other platforms added to package-lock.json`)

/** Node's own look-up: beside the parent's dependencies, then every folder above. */
function isThere(path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const base = at === '' ? '' : `${at}/`
    if (lock.packages[`${base}node_modules/${name}`]) return true
    if (!at.includes('/node_modules/')) return Boolean(lock.packages[`node_modules/${name}`])
  }
}

function placeFor(path: string, name: string, version: string): string {
  const top = lock.packages[`node_modules/${name}`]
  return top && top.version !== version ? `${path}/node_modules/${name}` : `node_modules/${name}`
}

function entryFor(name: string, version: string, parent: LockEntry): LockEntry {
  const os = systems.find(([pattern]) => pattern.test(name))?.[1]
  const cpu = processors.find(([pattern]) => pattern.test(name))?.[1]
  if (!os || !cpu || !/^\d/.test(version)) {
    throw new Error(`${name}@${version} does not read as one platform's package`)
  }
  const libc = /musl/.test(name)
    ? ['musl']
    : /gnu|glibc/.test(name) && os === 'linux'
      ? ['glibc']
      : undefined
  return {
    version,
    cpu: [cpu],
    ...(parent.dev ? { dev: true } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    os: [os],
  }
}
