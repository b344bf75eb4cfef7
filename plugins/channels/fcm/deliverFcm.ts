import {
  type Attempt,
  type DeliverInput,
  type DeviceTry,
  devicesOutcome,
  type PushDevice,
  refusedBy,
  tryDevices,
} from '../../../src/index.ts'
import { fcmMessage } from './fcmMessage.ts'
import { fcmSession } from './fcmSession.ts'
import type { FcmTarget } from './fcmTarget.ts'
import { fcmVerdict } from './fcmVerdict.ts'
import type { ReadAccount } from './fcmAccount.ts'

type App = Extract<PushDevice, { kind: 'fcm' }>

/** One try: to every app of the addressees, with the same tag each time, so that a repeat replaces and never doubles. */
export async function deliverFcm(
  input: DeliverInput<FcmTarget>,
  readAccount: ReadAccount,
): Promise<Attempt> {
  try {
    const { devices = [], now, secrets } = input
    const given = readAccount(secrets['serviceAccount'])
    const { message, remarks } = await fcmMessage(input)
    const session = fcmSession(input, given)
    const send = async ({ id, label, token }: App): Promise<DeviceTry> => {
      const confidential = [token, given.account.privateKey]
      const answer = await session({ message: { token, ...message } }, confidential)
      return { device: { id, label }, ...fcmVerdict(answer, { confidential, now: now() }) }
    }
    const apps = devices.filter((device): device is App => device.kind === 'fcm')
    return devicesOutcome(await tryDevices(apps, send), remarks)
  } catch (error) {
    return refusedBy(error)
  }
}
