import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server as TcpServer,
  type Socket,
} from 'node:net'

/** A receiver on loopback. `connections` counts sockets opened, `closed` sockets gone. */
export type Receiver = {
  url: string
  connections: () => number
  closed: () => number
  close: () => Promise<void>
}

/** An HTTP receiver. */
export function startReceiver(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Receiver> {
  return listen(createServer(answer))
}

/** A receiver that speaks raw bytes. */
export function startRawReceiver(answer: (socket: Socket) => void): Promise<Receiver> {
  return listen(
    createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => answer(socket))
    }),
  )
}

async function listen(server: Server | TcpServer): Promise<Receiver> {
  const sockets = new Set<Socket>()
  let opened = 0
  let closed = 0
  server.on('connection', (socket: Socket) => {
    opened += 1
    sockets.add(socket)
    socket.on('close', () => {
      closed += 1
      sockets.delete(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    connections: () => opened,
    closed: () => closed,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
