import { connect } from 'node:net'

import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js'

type Opened = NonNullable<SMTPPool.Options['getSocket']>

/**
 * Connects to the mail server without Nagle's algorithm; TLS is nodemailer's own afterwards. A letter ends with a short write behind
 * a long one, and would wait for the server's delayed acknowledgement otherwise: 40 ms each. Errors carry nodemailer's codes.
 */
export const openMailSocket: Opened = ({ connectionTimeout, host, port }, callback) => {
  const socket = connect({ host: host ?? 'localhost', port: Number(port), noDelay: true })
  const end = (error: Error, code: string): void => {
    socket.destroy()
    callback(Object.assign(error, { code, command: 'CONN' }), false)
  }
  const failed = (error: NodeJS.ErrnoException): void =>
    end(error, error.syscall === 'getaddrinfo' ? 'EDNS' : 'ESOCKET')
  const late = (): void => end(new Error('Connection timeout'), 'ETIMEDOUT')
  socket.once('error', failed)
  socket.setTimeout(connectionTimeout ?? 0, late)
  socket.once('connect', () => {
    socket.off('error', failed)
    socket.setTimeout(0)
    socket.off('timeout', late)
    callback(null, { connection: socket })
  })
}
