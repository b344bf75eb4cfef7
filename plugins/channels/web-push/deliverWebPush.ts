import {
  type Attempt,
  type DeliverInput,
  devicesOutcome,
  refusedBy,
  tryDevices,
} from '../../../src/index.ts'
import { renderNotification } from './renderNotification.ts'
import { type Browser, sendToBrowser } from './sendToBrowser.ts'
import { type WebPushOptions, webPushAccount } from './webPushAccount.ts'
import type { WebPushTarget } from './webPushTarget.ts'

/** One try: to every browser of the addressees, with the same tag each time, so that a repeat replaces and never doubles. */
export async function deliverWebPush(
  input: DeliverInput<WebPushTarget>,
  options: WebPushOptions,
): Promise<Attempt> {
  try {
    const { devices = [], secrets, target } = input
    const { subject } = target
    const account = webPushAccount({ subject, privateKey: secrets['privateKey'] }, options)
    const { notification, remarks, topic } = await renderNotification(input)
    const payload = JSON.stringify(notification)
    const browsers = devices.filter((device): device is Browser => device.kind === 'web-push')
    const message = { account, payload, topic, serviceUrl: options.serviceUrl }
    const tries = await tryDevices(browsers, (browser) => sendToBrowser(input, browser, message))
    return devicesOutcome(tries, remarks)
  } catch (error) {
    return refusedBy(error)
  }
}
