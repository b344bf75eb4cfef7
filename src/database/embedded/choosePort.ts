import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'

/** Whether a server could listen on 127.0.0.1 at this port now. 0 asks for any free port. */
const probe = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      const found = typeof address === 'object' && address !== null ? address.port : undefined
      server.close(() => resolve(found))
    })
  })

export const isPortFree = async (port: number): Promise<boolean> =>
  (await probe(port)) !== undefined

const storedPort = async (file: string): Promise<number | undefined> => {
  const port = Number(await readFile(file, 'utf8').catch(() => ''))
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined
}

/** The port of the last start while it is free, so that addresses stay stable; else any free one. */
export const choosePort = async (portFile: string): Promise<number> => {
  const stored = await storedPort(portFile)
  if (stored !== undefined && (await isPortFree(stored))) return stored
  const free = await probe(0)
  if (free === undefined) throw new Error('no free TCP port on 127.0.0.1')
  return free
}
