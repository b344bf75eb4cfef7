import { describe, test } from '@jest/globals'

import { createInAppChannel } from '../../../plugins/channels/in-app/inAppChannel.ts'
import type { InAppTarget } from '../../../plugins/channels/in-app/inAppTarget.ts'
import type { Inbox } from '../../../src/channels/inbox.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ArrangedChannel, ChannelSituation } from '../../../src/testing/channelSituation.ts'
import { type InAppFake, startInAppFake } from '../../support/fakes/in-app/startInAppFake.ts'

const channel = createInAppChannel()

const failing = (code: string, message: string): Inbox => ({
  put: () => Promise.reject(Object.assign(new Error(message), { code })),
})

/** How the database shows each situation; what is missing it cannot show. */
const inboxes: Partial<Record<ChannelSituation, (fake: InAppFake) => Inbox>> = {
  accepts: ({ inbox }) => inbox,
  refuses: ({ inbox }) => inbox,
  busy: () => failing('53300', 'sorry, too many clients already'),
  broken: () => failing('57P01', 'terminating connection due to administrator command'),
  // What the pool does with a database that does not answer.
  hangs: () => ({
    put: () =>
      new Promise((_, reject) => {
        setTimeout(() => reject(new Error('Query read timeout')), 100)
      }),
  }),
  // Nobody has it, and nothing went wrong.
  failsInsideSuccess: () => startInAppFake([]).inbox,
}

async function arrange(situation: ChannelSituation): Promise<ArrangedChannel<InAppTarget> | null> {
  const inboxOf = inboxes[situation]
  if (!inboxOf) return null
  const fake = startInAppFake()
  return {
    target: channel.target.parse({
      // A person who is not there is the only final word the inbox has.
      ...(situation === 'refuses' ? { to: '404' } : { to: '7' }),
      title: 'Заказ оплачен',
      text: 'Спасибо!',
      link: '/account',
    }),
    secrets: {},
    inbox: inboxOf(fake),
    ...(situation === 'accepts' ? { receivedKeys: () => fake.calls } : {}),
    close: async () => {},
  }
}

channelContract({ channel, describe, test, arrange })
