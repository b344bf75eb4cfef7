import {
  addresseesOf,
  type Channel,
  checkTemplates,
  cutText,
  defineChannel,
} from '../../../src/index.ts'
import { deliverFcm } from './deliverFcm.ts'
import { type FcmChannelOptions, fcmAccounts } from './fcmAccount.ts'
import { fcmError } from './fcmError.ts'
import { fcmFields } from './fcmFields.ts'
import { fcmMessage } from './fcmMessage.ts'
import { fcmReasons } from './fcmReasons.ts'
import { type FcmTarget, fcmTarget } from './fcmTarget.ts'
import { serviceAccount } from './serviceAccount.ts'
import { testFcm } from './testFcm.ts'

const staff = ['admin', 'manager', 'viewer']

/** Notifies apps on phones and tablets over Firebase Cloud Messaging, HTTP v1. */
export function createFcmChannel(options: FcmChannelOptions = {}): Channel<FcmTarget> {
  const readAccount = fcmAccounts(options)
  return defineChannel<FcmTarget>({
    slug: 'fcm',
    label: { en: 'App notification (FCM)', ru: 'Уведомление в приложении (FCM)' },
    description: {
      en: 'Shows a notification in your app on Android and iOS, over Firebase Cloud Messaging.',
      ru: 'Показывает уведомление в вашем приложении на Android и iOS через Firebase Cloud Messaging.',
    },
    fields: fcmFields,
    target: fcmTarget,
    checkSecret: (_, value) => void serviceAccount(value),
    validate: async ({ data, icon, image, link, recipient, role, text, title }, { templates }) => {
      checkTemplates(templates, { recipient, title, text, link, icon, image, data })
      if (recipient === null && role === null) throw fcmError.nobody()
    },
    describeTarget: ({ recipient, role }) =>
      `FCM → ${cutText([recipient, role].flatMap((part) => part ?? []).join(', '), 120)}`.replaceAll(
        /\s+/g,
        ' ',
      ),
    reasons: fcmReasons,
    capabilities: { text: true },
    devices: {
      kind: 'fcm',
      addressees: ({ target: { recipient, role }, ...tools }) =>
        addresseesOf(tools, { recipient, roles: role === 'staff' ? staff : role ? [role] : [] }),
    },
    testConnection: (input) => testFcm(input, readAccount),
    preview: async (input) => {
      const { message } = await fcmMessage(input)
      const { recipient, role } = input.target
      const { users } = await addresseesOf(input, { recipient, roles: [] })
      const { body = '', title } = message.notification
      const to = [...users, ...(role === null ? [] : [role])].join(', ')
      return { to, subject: title, text: body, json: message }
    },
    deliver: (input) => deliverFcm(input, readAccount),
  })
}
