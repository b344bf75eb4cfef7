import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Transporter } from 'nodemailer'

import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import type { Attempt, HttpClient, Mailer } from '../../../src/index.ts'
import { deliver, smtpMailer, type Try } from './arrangeEmail.ts'
import { type FileServer, startFileServer } from './fileServer.ts'
import { type ReceivedMail, type SmtpStub, startSmtpServer } from './smtpStub.ts'

/** A file as it arrived. */
export type ArrivedFile = { filename: string | null; mimeType: string; content: Buffer }

/** A mail server, a file server and letters with files between them. */
export type LetterStage = {
  files: () => FileServer
  /** Letters that arrived during this test. */
  received: () => readonly ReceivedMail[]
  /** One try of a letter with these rows. */
  letter: (rows: { url: string; name?: string | null }[], more?: Partial<Try>) => Promise<Attempt>
  /** The files of the one letter that arrived. */
  arrived: () => ArrivedFile[]
}

/** Call it once, at the top of a test file. */
export function letterStage(): LetterStage {
  let server: SmtpStub
  let mailer: Mailer
  let transport: Transporter
  let files: FileServer
  let http: HttpClient
  beforeAll(async () => {
    server = await startSmtpServer()
    ;({ mailer, transport } = smtpMailer(server.url))
    files = await startFileServer()
    http = createHttpClient({ allowPrivateTargets: true })
  })
  afterAll(async () => {
    transport.close()
    await Promise.all([server.close(), files.close(), http.close()])
  })
  beforeEach(() => {
    server.received.length = 0
    files.asked.length = 0
    files.serve({})
  })
  return {
    files: () => files,
    received: () => server.received,
    letter: (attachments, more = {}) => deliver({ mailer, http, target: { attachments }, ...more }),
    arrived: () => {
      expect(server.received).toHaveLength(1)
      const attachments = server.received[0]?.parsed.attachments ?? []
      return attachments.map(({ content, filename, mimeType }) => ({
        filename,
        mimeType,
        content: Buffer.from(typeof content === 'string' ? content : new Uint8Array(content)),
      }))
    },
  }
}

/** A file server's answer of any kind. */
export function answer(
  status: number,
  headers: Record<string, string> = {},
  body: Buffer | string = 'x',
) {
  return (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, headers).end(body)
  }
}
