import { type Channel, defineChannel } from '../../../src/index.ts'
import { checkEmailTarget } from './checkEmailTarget.ts'
import { deliverEmail } from './deliverEmail.ts'
import { emailFields } from './emailFields.ts'
import { type EmailTarget, emailTarget } from './emailTarget.ts'

/** How the channel is set up in code. */
export type EmailChannelOptions = {
  /** Right side of every Message-ID; must stay the same over all tries and machines. @default 'flowmasters.local' */
  messageIdHost?: string
}

/** Writes an e-mail about the event, rendered from templates, through the site's own mail server. */
export function createEmailChannel({
  messageIdHost = 'flowmasters.local',
}: EmailChannelOptions = {}): Channel<EmailTarget> {
  return defineChannel<EmailTarget>({
    slug: 'email',
    label: { en: 'E-mail', ru: 'E-mail' },
    description: {
      en: 'Sends a letter to a colleague or to the customer of the event.',
      ru: 'Отправляет письмо сотруднику или покупателю из события.',
    },
    fields: emailFields,
    target: emailTarget,
    validate: async (target, { templates }) => checkEmailTarget(target, templates),
    describeTarget: ({ to }) => (to.length <= 80 ? to : `${to.slice(0, 79)}…`),
    deliver: (input) => deliverEmail(input, messageIdHost),
  })
}

/** The e-mail channel with its defaults. */
export const emailChannel = createEmailChannel()
