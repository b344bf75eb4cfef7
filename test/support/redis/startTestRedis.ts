import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRedisServer } from './findRedisServer.ts'

export type TestRedis = {
  url: string
  /** Dies like a lost host. Only for a server of our own. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}

const attempts = 5

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Another program may take the port between the choice and the start: then the child ends at once. */
const tryStart = async (program: string, wanted?: number): Promise<TestRedis | undefined> => {
  const port = wanted ?? (await freePort())
  const folder = await mkdtemp(join(tmpdir(), 'flowmasters-test-redis-'))
  const options = { bind: '127.0.0.1', port: String(port), dir: folder, save: '', appendonly: 'no' }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  const stopHard = (): void => {
    child.kill('SIGKILL')
  }
  process.once('exit', stopHard)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    process.off('exit', stopHard)
    child.kill(signal)
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const ready = new Promise<boolean>((resolve) => {
    let log = ''
    child.stdout.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      if (log.includes('Ready to accept connections')) resolve(true)
    })
    child.once('exit', () => resolve(false))
  })
  if (await ready) {
    const url = `redis://127.0.0.1:${port}`
    return { url, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
  }
  await end('SIGKILL')
  return undefined
}

/**
 * A Redis for one test: a server started for it on a free port without persistence, or the one that
 * REDIS_URL names for tests on purpose. Never one that merely runs on this machine.
 * @param port where one of our own was before. @default a free one
 */
export const startTestRedis = async (port?: number): Promise<TestRedis> => {
  const program = findRedisServer()
  if (program !== undefined) {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const redis = await tryStart(program, port)
      if (redis !== undefined) return redis
    }
    throw new Error(`${program} did not start`)
  }
  const url = process.env['REDIS_URL']
  if (url === undefined) throw new Error('no redis-server on this machine and no REDIS_URL')
  return {
    url,
    kill: async () => {
      throw new Error('the server of REDIS_URL is not ours to kill')
    },
    stop: async () => undefined,
  }
}
