import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** One process of a site: a web server or a worker. */
export type SiteProcess = {
  name: string
  /** Asks it to drain, and resolves with its exit code and how long it took, in milliseconds. */
  drain: () => Promise<{ code: number | null; tookMs: number }>
  /** Ends it without a word. */
  kill: () => void
}

const READY_MS = 600_000
const LOG_LINES = 60

/** Starts the application in a role, as `npm start` and `npm run worker` do, and waits until it says it is ready. */
export async function startSiteProcess({
  env,
  name,
  projectDir,
}: {
  name: string
  projectDir: string
  env: Record<string, string>
}): Promise<SiteProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/app-server/start.ts'], {
    cwd: projectDir,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  const log: string[] = []
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new Error(`${name} ${why}\n${log.slice(-LOG_LINES).join('')}`))
    const timer = setTimeout(() => fail('did not get ready'), READY_MS)
    const listen = (chunk: Buffer): void => {
      log.push(chunk.toString('utf8'))
      if (!log.slice(-2).join('').includes('ready: ')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', () => fail('ended before it was ready'))
  })
  return {
    name,
    drain: async () => {
      const askedAt = Date.now()
      child.kill('SIGTERM')
      await exited
      return { code: child.exitCode, tookMs: Date.now() - askedAt }
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
