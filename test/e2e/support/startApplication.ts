import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { freePort } from './freePort.ts'

/** The application as `npm start` runs it, on a database of its own. */
export type RunningApplication = {
  baseUrl: string
  dataDir: string
  admin: { email: string; password: string }
  stop: () => Promise<void>
}

const READY_MS = 600_000
const LOG_LINES = 60

/** Starts `src/app-server/start.ts` with a temporary data folder; builds first when the build is out of date. */
export async function startApplication(
  projectDir: string,
  services: { telegramUrl: string },
): Promise<RunningApplication> {
  const dataDir = await mkdtemp(join(tmpdir(), 'flowmasters-e2e-'))
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const admin = { email: 'admin@example.com', password: randomBytes(12).toString('base64url') }
  // A database or Redis of the developer's must never be touched.
  const { DATABASE_URL: _database, REDIS_URL: _redis, SMTP_URL: _smtp, ...env } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/app-server/start.ts'], {
    cwd: projectDir,
    env: {
      ...env,
      PORT: String(port),
      FLOWMASTERS_DATA_DIR: dataDir,
      FLOWMASTERS_ALLOW_PRIVATE_TARGETS: '1',
      TELEGRAM_API_URL: services.telegramUrl,
      FLOWMASTERS_ADMIN_EMAIL: admin.email,
      FLOWMASTERS_ADMIN_PASSWORD: admin.password,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  const log: string[] = []
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await exited
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await saysReady()
  } catch (error) {
    await stop()
    throw error
  }
  return { baseUrl, dataDir, admin, stop }

  function saysReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why}\n${log.slice(-LOG_LINES).join('')}`))
      const timer = setTimeout(() => fail('the application did not get ready'), READY_MS)
      const listen = (chunk: Buffer) => {
        log.push(chunk.toString('utf8'))
        if (!log.slice(-2).join('').includes('ready: http')) return
        clearTimeout(timer)
        resolve()
      }
      child.stdout.on('data', listen)
      child.stderr.on('data', listen)
      child.on('exit', () => {
        clearTimeout(timer)
        fail('the application ended before it was ready')
      })
    })
  }
}
