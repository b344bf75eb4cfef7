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
  /** Ends every connection and takes new ones as at first: after `cut` or `freeze`. */
  mend: () => Promise<void>
  /** From now on what comes either way is passed on this much later; 0: at once. */
  delayBy: (ms: number) => void
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
  let delayMs = 0
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
    const end = (): void => {
      inner.destroy()
      outer.destroy()
    }
    const toServer = inOrder((chunk) => outer.write(chunk))
    const toProgram = inOrder((chunk) => inner.write(chunk))
    let isLast = false
    inner.on('data', (chunk) => {
      const verdict = judge(chunk.toString('latin1'))
      if (verdict === 'cutBefore') return end()
      if (verdict === 'cutAfter') isLast = true
      toServer(chunk, delayMs)
    })
    outer.on('data', (chunk) => (isLast ? end() : toProgram(chunk, delayMs)))
    inner.on('close', () => outer.destroy())
    outer.on('end', () => setTimeout(() => inner.end(), delayMs))
  })
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return {
    port,
    cut: close,
    freeze: () => {
      isFrozen = true
      for (const socket of sockets) socket.removeAllListeners('data').pause()
    },
    mend: async () => {
      for (const socket of sockets) socket.destroy()
      isFrozen = false
      if (!server.listening) await listen(port)
    },
    delayBy: (ms) => {
      delayMs = ms
    },
    judge: (verdict) => {
      judge = verdict
    },
    close,
  }
}

/** Passes on what comes in its order, however the delay changes meanwhile. */
function inOrder(pass: (chunk: Buffer) => void): (chunk: Buffer, delayMs: number) => void {
  const waiting: Buffer[] = []
  const passNext = (): void => {
    const chunk = waiting.shift()
    if (chunk) pass(chunk)
  }
  return (chunk, delayMs) => {
    if (delayMs === 0 && waiting.length === 0) return pass(chunk)
    waiting.push(chunk)
    setTimeout(passNext, delayMs)
  }
}
