import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A door in front of a server: shut, every connection through it breaks and no new one comes about. */
export type TcpGate = {
  url: string
  shut: () => void
  open: () => void
  close: () => Promise<void>
}

/** Opens it on a free port, for Redis on `port` of this machine. */
export async function openTcpGate(port: number): Promise<TcpGate> {
  const sockets = new Set<Socket>()
  let isOpen = true
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
    if (!isOpen) return void socket.destroy()
    const target = connect(port, '127.0.0.1')
    target.on('error', () => socket.destroy())
    target.once('close', () => socket.destroy())
    socket.once('close', () => target.destroy())
    socket.pipe(target).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const shut = (): void => {
    isOpen = false
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shut,
    open: () => {
      isOpen = true
    },
    close: async () => {
      shut()
      server.close()
      await once(server, 'close')
    },
  }
}
