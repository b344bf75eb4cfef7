import { spawn } from 'node:child_process'
import { FlowError } from '../../kernel/flowError.ts'
import type { Account } from './account.ts'

export type ToolResult = { exitCode: number; output: string }

/** Postgres picks locale, port and paths from these; only what we say ourselves may count. */
const cleanEnvironment = (): NodeJS.ProcessEnv => {
  // biome-ignore lint/style/noProcessEnv: a child process is given our environment, less a few names
  const inherited = process.env
  const entries = Object.entries(inherited).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(entries), LC_ALL: 'C', NODE_ENV: inherited.NODE_ENV }
}

/**
 * Runs one program to its end and returns its exit code and output (both streams together).
 *
 * @throws FLOW_DATABASE_TOOL_FAILED when it cannot be started at all.
 */
export const runTool = ({
  file,
  args,
  account,
  cwd,
}: {
  file: string
  args: string[]
  account: Account | undefined
  cwd: string
}): Promise<ToolResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
    })
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (cause) =>
      reject(
        new FlowError({
          code: 'FLOW_DATABASE_TOOL_FAILED',
          message: `${file} could not be started: ${cause.message}`,
          hint: 'Set DATABASE_URL to a Postgres server of your own if this machine does not allow it.',
          cause,
        }),
      ),
    )
    // `close` would wait for a server that inherited the pipes; `exit` may come before the last output.
    child.on('exit', (code) => setImmediate(() => resolve({ exitCode: code ?? 1, output })))
  })
