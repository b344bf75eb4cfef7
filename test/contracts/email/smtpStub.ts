import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A refusal as smtp-server wants it. */
export function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}

/** A mail as the receiving side saw it. */
export type ReceivedMail = { from: string; to: string[]; raw: string; parsed: Email }

/** A real SMTP server on a loopback port. */
export type SmtpStub = { url: string; received: ReceivedMail[]; close: () => Promise<void> }

/** Starts a server that accepts everything unless `options` say otherwise. */
export async function startSmtpServer(options: SMTPServerOptions = {}): Promise<SmtpStub> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void keep(Buffer.concat(chunks), session.envelope).then(() => callback())
      })
    },
    ...options,
  })
  const keep = async (
    raw: Buffer,
    { mailFrom, rcptTo }: { mailFrom: false | { address: string }; rcptTo: { address: string }[] },
  ) => {
    received.push({
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map(({ address }) => address),
      raw: raw.toString('utf8'),
      parsed: await PostalMime.parse(raw),
    })
  }
  // Clients that hang up in the middle are part of these tests.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${portOf(server.server)}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Starts a plain TCP server that treats every connection as told. */
export async function startTcpServer(
  onSocket: (socket: Socket) => void,
): Promise<{ url: string; connections: () => number; close: () => Promise<void> }> {
  let connections = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
    onSocket(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A port on which nobody listens. */
export async function closedPortUrl(): Promise<string> {
  const server = await startTcpServer(() => {})
  await server.close()
  return server.url
}

function portOf(server: { address: Server['address'] }): number {
  const address = server.address()
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('the server has no port')
}
