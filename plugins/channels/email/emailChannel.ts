import { type Channel, defineChannel } from '../../../src/index.ts'
import { checkEmailTarget } from './checkEmailTarget.ts'
import { deliverEmail } from './deliverEmail.ts'
import { emailFields } from './emailFields.ts'
import { previewEmail } from './previewEmail.ts'
import { readMailStatuses } from './readMailStatuses.ts'
import { emailRecipients } from './renderEmail.ts'
import { emailReasons } from './emailReasons.ts'
import { type EmailTarget, emailTarget } from './emailTarget.ts'

/** How the channel is set up in code. */
export type EmailChannelOptions = {
  /** Right side of every Message-ID; must stay the same over all tries and machines. @default 'flowmasters.local' */
  messageIdHost?: string
  /**
   * Signs what a mail service says of letters (`whsec_…`, or another text); several may be separated by commas.
   * @default nobody is believed
   */
  statusSecret?: string | undefined
}

/** Writes an e-mail about the event, rendered from templates, through the site's own mail server. */
export function createEmailChannel({
  messageIdHost = 'flowmasters.local',
  statusSecret = '',
}: EmailChannelOptions = {}): Channel<EmailTarget> {
  return defineChannel<EmailTarget>({
    slug: 'email',
    label: { en: 'E-mail', ru: 'Электронная почта' },
    description: {
      en: 'Sends a letter to a colleague or to the customer of the event.',
      ru: 'Отправляет письмо сотруднику или покупателю из события.',
    },
    fields: emailFields,
    target: emailTarget,
    validate: async (target, { templates }) => checkEmailTarget(target, templates),
    describeTarget: ({ to }) => (to.length <= 80 ? to : `${to.slice(0, 79)}…`),
    reasons: emailReasons,
    capabilities: { text: true, html: true },
    preview: previewEmail,
    recipients: emailRecipients,
    addressKind: 'email',
    callback: (request, { now }) => {
      const secrets = statusSecret.split(',').map((secret) => secret.trim())
      const given = secrets.filter((secret) => secret !== '')
      return readMailStatuses(request, { secrets: given, now })
    },
    deliver: (input) => deliverEmail(input, messageIdHost),
  })
}

/** The e-mail channel with its defaults. */
export const emailChannel = createEmailChannel()
