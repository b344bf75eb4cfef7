import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A wire between a program and a server that a test can cut or freeze. */
export type TcpProxy = {
  port: number
  /** Ends every connection and refuses new ones. */
  cut: () => Promise<void>
  /** Takes connections and says nothing any more, as a host that hangs. */
  freeze: () => void
  close: () => Promise<void>
}

/** Starts a proxy on loopback to the given server. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let isFrozen = false
  const track = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((inner) => {
    track(inner)
    if (isFrozen) return
    const outer = connect(target)
    track(outer)
    inner.pipe(outer)
    outer.pipe(inner)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut: close,
    freeze: () => {
      isFrozen = true
      for (const socket of sockets) {
        socket.unpipe()
        socket.pause()
      }
    },
    close,
  }
}
