import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** What one path answers with: a file, or anything else. */
export type FileAnswer = Buffer | ((request: IncomingMessage, response: ServerResponse) => void)

/** A real HTTP server on a loopback port that gives out files. */
export type FileServer = {
  /** Origin, such as `http://127.0.0.1:54321`. */
  url: string
  /** Paths in the order they were asked for. */
  asked: string[]
  /** Replaces what is given out, by path; `*` is every other path. */
  serve: (files: Record<string, FileAnswer>) => void
  close: () => Promise<void>
}

/** Starts one without files: every path is 404. */
export async function startFileServer(): Promise<FileServer> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  let files: Record<string, FileAnswer> = {}
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const answer = files[path] ?? files['*']
    if (answer === undefined) response.writeHead(404).end('no such file')
    else if (Buffer.isBuffer(answer)) {
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(answer)
    } else answer(request, response)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    serve: (given) => {
      files = given
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
