import { type Channel, cutText, defineChannel, inboxLimits } from '../../../src/index.ts'
import { checkInAppTarget } from './checkInAppTarget.ts'
import { deliverInApp } from './deliverInApp.ts'
import { inAppFields } from './inAppFields.ts'
import { inAppReasons } from './inAppReasons.ts'
import { type InAppTarget, inAppTarget } from './inAppTarget.ts'
import { previewInApp } from './previewInApp.ts'
import { inAppRecipients } from './renderInApp.ts'

/** How the channel is set up in code. */
export type InAppChannelOptions = {
  /** Where the admin is, for links to documents; `routes.admin` of the Payload config. @default '/admin' */
  adminRoute?: string
}

/** Puts a notification under the bell: for a user of the site, or for its staff. */
export function createInAppChannel({
  adminRoute = '/admin',
}: InAppChannelOptions = {}): Channel<InAppTarget> {
  return defineChannel<InAppTarget>({
    slug: 'in-app',
    label: { en: 'In-app notification', ru: 'Уведомление на сайте' },
    description: {
      en: 'Shows a message under the bell to the staff, or to the customer of the event on the site.',
      ru: 'Показывает сообщение под колокольчиком сотрудникам или покупателю из события на сайте.',
    },
    fields: inAppFields,
    target: inAppTarget,
    validate: async (target, { templates }) => checkInAppTarget(target, templates),
    describeTarget: ({ audience, to }) => {
      const who = audience === 'user' ? cutText(to ?? 'the event’s user', 80) : audience
      return `Inbox of ${who}`.replaceAll(/\s+/g, ' ')
    },
    reasons: inAppReasons,
    capabilities: { text: true },
    limits: { textLength: inboxLimits.text },
    recipients: inAppRecipients,
    addressKind: 'user',
    preview: (input) => previewInApp(input, adminRoute),
    deliver: (input) => deliverInApp(input, adminRoute),
  })
}

/** The channel with its defaults. */
export const inAppChannel = createInAppChannel()
