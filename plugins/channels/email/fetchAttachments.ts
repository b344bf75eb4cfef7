import {
  type Attempt,
  createReasons,
  type DeliverInput,
  exchangeOf,
  type HttpRequest,
  isEgressError,
  isFinalEgressError,
  type MailAttachment,
  reasonOfError,
} from '../../../src/index.ts'
import { attachmentLimits } from './attachmentLimits.ts'
import { attachmentName } from './attachmentName.ts'
import { attachmentType } from './attachmentType.ts'
import { emailReasons } from './emailReasons.ts'
import type { EmailTarget } from './emailTarget.ts'
import { fileLabel } from './fileLabel.ts'
import { judgeFile } from './judgeFile.ts'
import type { AskedFile } from './renderAttachments.ts'
import { uniqueNames } from './uniqueNames.ts'

const because = createReasons(emailReasons)

type FetchTools = Pick<DeliverInput<EmailTarget>, 'http' | 'signal' | 'now'>

/**
 * Every file of a letter, or the attempt that the first one missing comes to; its exchange is the one with the file's
 * server. One after the other, so that what is kept in memory never passes the limit.
 */
export async function fetchAttachments(
  files: readonly AskedFile[],
  tools: FetchTools,
): Promise<MailAttachment[] | Attempt> {
  const fetched: MailAttachment[] = []
  let room: number = attachmentLimits.bytes
  for (const file of files) {
    const one = await fetchOne(file, room, tools)
    if ('outcome' in one) return one
    fetched.push(one)
    room -= one.content.length
  }
  const names = uniqueNames(fetched.map(({ filename }) => filename))
  return fetched.map((one, index) => ({ ...one, filename: names[index] ?? one.filename }))
}

async function fetchOne(
  { name, url }: AskedFile,
  room: number,
  { http, now, signal }: FetchTools,
): Promise<MailAttachment | Attempt> {
  const request: HttpRequest = { url, method: 'GET', bytesUpTo: room, signal }
  const file = fileLabel(url)
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) {
    const exchange = { request: { method: 'GET', url: file }, response: null }
    const code = 'EMAIL_ATTACHMENT_ADDRESS_INVALID'
    return {
      ...{ outcome: 'rejected', code, exchange },
      ...because('attachment_no_address', { file }),
    }
  }
  try {
    const answer = await http.send(request)
    const exchange = exchangeOf(request, answer)
    const judged = judgeFile(answer, { exchange, file, now: now() })
    if ('outcome' in judged) return judged
    const { 'content-disposition': disposition, 'content-type': type } = answer.headers
    return {
      filename: attachmentName({ asked: name, disposition, url }),
      content: judged,
      contentType: attachmentType(type),
    }
  } catch (error) {
    if (!isEgressError(error)) throw error
    const said = because('attachment_failed', { file })
    const why = reasonOfError(error)
    return {
      outcome: isFinalEgressError(error) ? 'rejected' : 'unavailable',
      code: error.code,
      reason: `${said.reason}: ${why.reason}`,
      reasons: [...said.reasons, ...why.reasons],
      exchange: exchangeOf(request, null),
    }
  }
}
