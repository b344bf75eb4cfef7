import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What becomes of a message to the server, and of its connection. */
export type Verdict = 'pass' | 'cutBefore' | 'cutAfter'

/** A wire between a program and a server that a test can cut or freeze. */
export type TcpProxy = {
  port: number
  /** Ends every connection and refuses new ones. */
  cut: () => Promise<void>
  /** Takes connections and says nothing any more, as a host that hangs. */
  freeze: () => void
  /**
   * Judges every message to the server from now on: `cutBefore` ends the connection before the server sees it,
   * `cutAfter` when the server has answered and before the program hears it.
   */
  judge: (verdict: (message: string) => Verdict) => void
  close: () => Promise<void>
}

/** Starts a proxy on loopback to the given server. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let isFrozen = false
  let judge = (_message: string): Verdict => 'pass'
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
    inner.on('data', (chunk) => {
      const verdict = judge(chunk.toString('latin1'))
      if (verdict !== 'cutBefore') outer.write(chunk)
      else outer.destroy()
      if (verdict === 'cutBefore') inner.destroy()
      if (verdict !== 'cutAfter') return
      outer.unpipe(inner)
      outer.once('data', () => {
        inner.destroy()
        outer.destroy()
      })
      outer.resume()
    })
    inner.on('close', () => outer.destroy())
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
        socket.removeAllListeners('data')
        socket.pause()
      }
    },
    judge: (verdict) => {
      judge = verdict
    },
    close,
  }
}
