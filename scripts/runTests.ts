import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countTests, type TestCounts } from './countTests.ts'

const projectDir = resolve(fileURLToPath(import.meta.url), '../..')

const run = (script: string, args: string[], env: Partial<NodeJS.ProcessEnv>): Promise<number> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(projectDir, script), ...args], {
      cwd: projectDir,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    })
    child.on('error', fail)
    child.on('exit', (code) => done(code ?? 1))
  })

/** Jest's native ESM mode needs the flag in every worker, hence NODE_OPTIONS and not an argument. */
const runJest = async (extraArgs: string[]): Promise<TestCounts> => {
  const reportDir = mkdtempSync(join(tmpdir(), 'flowmasters-jest-'))
  const reportFile = join(reportDir, 'report.json')
  const nodeOptions = [process.env['NODE_OPTIONS'], '--experimental-vm-modules', '--no-deprecation']
  try {
    const exitCode = await run(
      'node_modules/jest/bin/jest.js',
      ['--forceExit', '--json', `--outputFile=${reportFile}`, ...extraArgs],
      { NODE_OPTIONS: nodeOptions.filter(Boolean).join(' '), NODE_ENV: 'test' },
    )
    const report: unknown = existsSync(reportFile)
      ? JSON.parse(readFileSync(reportFile, 'utf8'))
      : undefined
    return countTests({ report, exitCode })
  } finally {
    rmSync(reportDir, { recursive: true, force: true })
  }
}

const hasTypeTests = (): boolean => {
  const folder = join(projectDir, 'test/types')
  return existsSync(folder) && readdirSync(folder).some((name) => /\.tsx?$/.test(name))
}

/** Type tests are assertions for the compiler: the whole project compiles, or the one test fails. */
const runTypeTests = async (): Promise<TestCounts> => {
  const exitCode = await run('node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.'], {})
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 }
}

const extraArgs = process.argv.slice(2)
const results = [await runJest(extraArgs)]
// A run narrowed down by arguments is somebody working on one file; the compiler stays out of it.
if (extraArgs.length === 0 && hasTypeTests()) results.push(await runTypeTests())

const sum = (key: keyof TestCounts): number =>
  results.reduce((total, result) => total + result[key], 0)
const skipped = sum('skipped')
process.stdout.write(
  `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
)
process.exitCode = sum('failed') > 0 ? 1 : 0
