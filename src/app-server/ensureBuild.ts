import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withFileLock } from '../database/embedded/withFileLock.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { Logger } from '../kernel/logger.ts'
import { buildFingerprint } from './buildFingerprint.ts'
import type { Shutdown } from './createShutdown.ts'

const buildTimeoutMs = 900_000

const readText = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch(() => undefined)

const runBuild = (projectDir: string, shutdown: Shutdown): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(projectDir, 'node_modules/next/dist/bin/next'), 'build'],
      {
        cwd: projectDir,
        env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
        stdio: 'inherit',
      },
    )
    shutdown.add('the build', async () => {
      child.kill()
    })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })

/**
 * Builds the web pages when there is no build or when what it was made of has changed.
 *
 * @throws FLOW_APP_BUILD_FAILED
 */
export const ensureBuild = async ({
  projectDir,
  logger,
  shutdown,
}: {
  projectDir: string
  logger: Logger
  shutdown: Shutdown
}): Promise<void> => {
  // The one folder below .next that a build does not empty.
  const lockDir = join(projectDir, '.next', 'cache')
  await mkdir(lockDir, { recursive: true })
  return withFileLock({
    file: join(lockDir, 'flowmasters-build.lock'),
    timeoutMs: buildTimeoutMs,
    work: async () => {
      const stampFile = join(projectDir, '.next', 'flowmasters-build')
      const fingerprint = await buildFingerprint(projectDir)
      const isBuilt = (await readText(join(projectDir, '.next', 'BUILD_ID'))) !== undefined
      if (isBuilt && (await readText(stampFile)) === fingerprint) return
      logger.info({ msg: 'building the web pages; this takes a minute and is done once' })
      const exitCode = await runBuild(projectDir, shutdown)
      if (exitCode !== 0) {
        throw new FlowError({
          code: 'FLOW_APP_BUILD_FAILED',
          message: `next build ended with code ${exitCode}; its output is above.`,
          hint: 'Correct what it reports and start again. It needs about 2 GB of memory.',
        })
      }
      await writeFile(stampFile, fingerprint)
    },
  })
}
