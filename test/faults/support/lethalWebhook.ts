import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'

/** An order of this amount ends the process that tries to deliver it. */
export const LETHAL_AMOUNT = 666

/** The webhook channel, with a bug that kills: what a native module or an endless allocation does. */
export const lethalWebhook: typeof webhookChannel = {
  ...webhookChannel,
  deliver: (input) => {
    if (input.body.includes(`"amount":${LETHAL_AMOUNT}`)) process.kill(process.pid, 'SIGKILL')
    return webhookChannel.deliver(input)
  },
}
