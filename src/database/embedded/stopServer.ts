import { join } from 'node:path'
import type { Account } from './account.ts'
import type { ClusterFiles } from './clusterFiles.ts'
import type { Binaries } from './prepareBinaries.ts'
import { runTool } from './runTool.ts'

/** `fast` ends every session and writes a checkpoint; `immediate` is a crash that the next start repairs. */
export type StopMode = 'fast' | 'immediate'

const fastTimeoutS = 8
const immediateTimeoutS = 5

/** Stops the server: as asked for, and the hard way when it is not down within 8 s. */
export const stopServer = async ({
  files,
  binaries,
  account,
  mode,
}: {
  files: ClusterFiles
  binaries: Binaries
  account: Account | undefined
  mode: StopMode
}): Promise<void> => {
  const stop = async (how: StopMode, seconds: number): Promise<boolean> => {
    const { exitCode, output } = await runTool({
      file: join(binaries.binDir, 'pg_ctl'),
      args: ['stop', '-w', '-s', '-t', String(seconds), '-m', how, '-D', files.data],
      account,
      cwd: files.folder,
    })
    // No pid file: it is down already, which is all that was wanted.
    return exitCode === 0 || output.includes('PID file')
  }
  if (mode === 'fast' && (await stop('fast', fastTimeoutS))) return
  await stop('immediate', immediateTimeoutS)
}
