import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

import type { MailReceipt } from '../../channels/channel.ts'
import { FlowError } from '../../kernel/flowError.ts'
import type { LocalMail } from './localMail.ts'
import type { OutgoingMail } from './outgoingMail.ts'

/** What is kept, where, and when. */
export type LocalMailInput = {
  mail: OutgoingMail
  from: string
  outboxDir: string
  /** See {@link LocalMail.isPrivate}. @default false */
  isPrivate?: boolean
  now: () => number
}

/**
 * Keeps a mail as `<time>-<random>.eml` with a `.json` beside it. Either both are whole or the mail is not listed.
 * Throws FLOW_MAIL_OUTBOX_FAILED when the folder cannot be written.
 */
export async function writeLocalMail(input: LocalMailInput): Promise<MailReceipt> {
  const { mail, from, outboxDir, isPrivate = false, now } = input
  const keptAt = new Date(now()).toISOString()
  const id = `${keptAt.replaceAll(/[-:]/g, '')}-${randomUUID().slice(0, 8)}`
  const composed = await compose(mail, from)
  const entry: LocalMail = {
    id,
    keptAt,
    from: mail.from ? `${mail.from.name} <${mail.from.address}>` : from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html ?? null,
    replyTo: mail.replyTo ?? null,
    messageId: composed.messageId,
    attachments: (mail.attachments ?? []).map(({ content, contentType, filename }) => ({
      ...{ filename, contentType, bytes: content.length },
    })),
    isPrivate,
    emlFile: `${id}.eml`,
  }
  await store(entry, composed.bytes, outboxDir)
  return {
    accepted: mail.to,
    rejected: [],
    response: `kept as ${entry.emlFile}`,
    messageId: composed.messageId,
    transport: 'local',
  }
}

async function store(entry: LocalMail, eml: Uint8Array, outboxDir: string): Promise<void> {
  try {
    await mkdir(outboxDir, { recursive: true })
    await writeWhole(join(outboxDir, entry.emlFile), eml)
    // Listing goes by the .json files, so the one written last makes the mail visible.
    await writeWhole(join(outboxDir, `${entry.id}.json`), JSON.stringify(entry, null, 2))
  } catch (cause) {
    throw new FlowError({
      code: 'FLOW_MAIL_OUTBOX_FAILED',
      message: `the mail could not be kept in the local outbox: ${String(cause)}`,
      details: { detail: String(cause).slice(0, 300) },
      hint: 'Check that the data folder can be written and the disk is not full, or set SMTP_URL.',
      cause,
    })
  }
}

async function compose(
  mail: OutgoingMail,
  from: string,
): Promise<{ bytes: Uint8Array; messageId: string }> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message, messageId } = await transport.sendMail({ from, ...mail })
  if (message instanceof Uint8Array) return { bytes: message, messageId }
  throw new TypeError('nodemailer streamed a message that was asked for as a buffer')
}

/** Readers see the old state or the whole file, also after a crash. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const unfinished = `${path}.part`
  await writeFile(unfinished, content, { flush: true, mode: 0o600 })
  await rename(unfinished, path)
}
