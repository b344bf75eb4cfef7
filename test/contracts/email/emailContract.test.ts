import { describe, test } from '@jest/globals'
import type { SMTPServerOptions } from 'smtp-server'

import { createEmailChannel } from '../../../plugins/channels/email/emailChannel.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ArrangedChannel, ChannelSituation } from '../../../src/testing/channelSituation.ts'
import type { EmailTarget } from '../../../plugins/channels/email/emailTarget.ts'
import { smtpMailer } from './arrangeEmail.ts'
import { startFileServer } from './fileServer.ts'
import { refusal, startSmtpServer, startTcpServer } from './smtpStub.ts'

const channel = createEmailChannel()
const login = { user: 'shop', pass: 'canary-password' }

const atRecipient = (code: number, text: string): SMTPServerOptions => ({
  onRcptTo: (_address, _session, callback) => callback(refusal(code, text)),
})

/** How a mail server shows each situation. */
const servers: Partial<Record<ChannelSituation, SMTPServerOptions>> = {
  accepts: {},
  refuses: atRecipient(550, 'no such user'),
  busy: atRecipient(451, 'greylisted'),
  broken: atRecipient(421, 'internal error'),
}

/** Situations that only a server which breaks the protocol can show. */
const sockets: Partial<Record<ChannelSituation, (greet: (line: string) => void) => void>> = {
  hangs: () => {},
  answersGarbage: (greet) => greet('HTTP/1.1 200 OK\r\n\r\n<html></html>\r\n'),
}

async function arrange(situation: ChannelSituation): Promise<ArrangedChannel<EmailTarget> | null> {
  const server = servers[situation]
  const socket = sockets[situation]
  // SMTP has no hint for waiting, no error inside a success, no long answers; the address of the server is no target.
  if (!server && !socket) return null
  const stub = server ? await startSmtpServer({ ...acceptsLogin, ...server }) : undefined
  const raw = socket
    ? await startTcpServer((line) => socket((text) => void line.write(text)))
    : undefined
  const files = stub ? await startFileServer() : undefined
  files?.serve({ '/invoice.pdf': Buffer.from('%PDF-1.7') })
  const { mailer, transport } = smtpMailer(stub?.url ?? raw?.url ?? '', {
    ...(stub ? { auth: login } : {}),
    ...(situation === 'hangs' ? { greetingTimeout: 150 } : {}),
  })
  return {
    mailer,
    target: channel.target.parse({
      to: 'anna@example.com',
      subject: 'Заказ',
      body: 'Оплачен',
      attachments: files ? [{ url: `${files.url}/invoice.pdf`, name: null }] : [],
    }),
    secrets: {},
    confidential: [login.pass],
    ...(stub
      ? {
          receivedKeys: () => stub.received.map(({ parsed }) => parsed.messageId ?? ''),
          receivedAttachments: () =>
            stub.received.flatMap(({ parsed }) =>
              parsed.attachments.map(({ filename }) => filename ?? ''),
            ),
        }
      : {}),
    close: async () => {
      transport.close()
      await Promise.all([stub?.close(), raw?.close(), files?.close()])
    },
  }
}

const acceptsLogin: SMTPServerOptions = {
  onAuth: ({ username }, _session, callback) => callback(null, { user: username ?? '' }),
}

channelContract({ channel, describe, test, arrange })
