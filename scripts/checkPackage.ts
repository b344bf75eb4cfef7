import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

/**
 * Builds the library, packs it, and looks at the tarball as its users do: publint and attw read its doors,
 * then test/consumer is compiled and run against it: the receiver of webhooks with no package beside it at all, the
 * site with nothing else than the packages it declares.
 */
const projectDir = resolve(fileURLToPath(import.meta.url), '../..')
const modules = join(projectDir, 'node_modules')
const site = mkdtempSync(join(tmpdir(), 'flowmasters-consumer-'))

const node = (script: string, args: string[], cwd = projectDir): void => {
  console.log(`› ${[script, ...args].join(' ').replaceAll(site, '<site>')}`)
  execFileSync(process.execPath, [join(modules, script), ...args], { cwd, stdio: 'inherit' })
}

const link = (name: string): void => {
  const target = join(site, 'node_modules', name)
  mkdirSync(dirname(target), { recursive: true })
  symlinkSync(join(modules, name), target)
}

const pack = (): string => {
  const dist = join(projectDir, 'dist')
  execFileSync('npm', ['pack', '--silent', '--pack-destination', site], { cwd: dist })
  const tarball = readdirSync(site).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm pack made no tarball')
  return join(site, tarball)
}

/** The package alone: what its doors need must be linked before they are opened. */
const unpack = (tarball: string): string => {
  const home = join(site, 'node_modules/flowmasters')
  mkdirSync(home, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', home])
  link('@types/node')
  return home
}

const linkDeclared = (home: string): void => {
  const declared = z
    .object({
      dependencies: z.record(z.string(), z.string()),
      peerDependencies: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')))
  const names = [...Object.keys(declared.dependencies), ...Object.keys(declared.peerDependencies)]
  for (const name of [...names, '@types/react']) link(name)
}

/** Compiles a project of test/consumer and runs what comes out. */
const tryProject = (folder: string, file: string): void => {
  node('typescript/bin/tsc', ['-p', join(site, folder)], site)
  execFileSync(process.execPath, [join(site, folder, 'out', file)], { cwd: site, stdio: 'inherit' })
}

try {
  node('tsx/dist/cli.mjs', ['scripts/buildPackage.ts'])
  const tarball = pack()
  node('publint/src/cli.js', ['run', tarball, '--strict'])
  node('@arethetypeswrong/cli/dist/index.js', [tarball, '--profile', 'esm-only', '--no-emoji'])
  const home = unpack(tarball)
  cpSync(join(projectDir, 'test/consumer'), site, { recursive: true })
  writeFileSync(join(site, 'package.json'), '{ "type": "module", "private": true }\n')
  tryProject('receiver', 'receiver.js')
  linkDeclared(home)
  tryProject('.', 'consumer.js')
  console.log('Package: doors, types and the consumer are in order.')
} catch (error) {
  // The command that failed has said why; a stack trace of this script would only hide it.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(site, { recursive: true, force: true })
}
