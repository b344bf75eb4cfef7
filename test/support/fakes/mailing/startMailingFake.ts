import type { MailingProviderName } from '../../../../plugins/channels/mailing/mailingTarget.ts'
import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'
import { answerGetresponse } from './answerGetresponse.ts'
import { answerSendpulse } from './answerSendpulse.ts'
import { answerUnisender } from './answerUnisender.ts'
import type { ListedContact } from './listedContact.ts'

export type MailingFake = Pick<Loopback, 'url' | 'requests' | 'close'> & { listed: ListedContact[] }

const services = {
  unisender: answerUnisender,
  sendpulse: answerSendpulse,
  getresponse: answerGetresponse,
}

/** One of the services on this machine; `script` answers instead when it returns anything but undefined. */
export async function startMailingFake(
  service: MailingProviderName,
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<MailingFake> {
  const listed: ListedContact[] = []
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    return scripted === undefined ? services[service](request, listed) : scripted
  })
  return { url, requests, close, listed }
}
