import type { SmsProviderName } from '../../../../plugins/channels/sms/smsTarget.ts'
import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'
import { answerMobizon } from './answerMobizon.ts'
import { answerSmsc } from './answerSmsc.ts'
import { answerSmsru } from './answerSmsru.ts'
import { answerTwilio } from './answerTwilio.ts'
import type { PostedSms } from './postedSms.ts'

export type SmsFake = Pick<Loopback, 'url' | 'requests' | 'close'> & { posted: PostedSms[] }

const services = {
  smsru: answerSmsru,
  smsc: answerSmsc,
  mobizon: answerMobizon,
  twilio: answerTwilio,
}

/** One of the services on this machine; `script` answers instead when it returns anything but undefined. */
export async function startSmsFake(
  service: SmsProviderName,
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<SmsFake> {
  const posted: PostedSms[] = []
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    return scripted === undefined ? services[service](request, posted) : scripted
  })
  return { url, requests, close, posted }
}
