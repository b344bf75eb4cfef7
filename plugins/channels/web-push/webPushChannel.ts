import {
  addresseesOf,
  type Channel,
  checkTemplates,
  cutText,
  defineChannel,
} from '../../../src/index.ts'
import { deliverWebPush } from './deliverWebPush.ts'
import { renderNotification } from './renderNotification.ts'
import { testWebPush } from './testWebPush.ts'
import { generateVapidKey, vapidKeysOf } from './vapidKeys.ts'
import { serverKeys, type WebPushOptions } from './webPushAccount.ts'
import { webPushError } from './webPushError.ts'
import { webPushFields } from './webPushFields.ts'
import { webPushReasons } from './webPushReasons.ts'
import { type WebPushTarget, webPushTarget } from './webPushTarget.ts'

const staff = ['admin', 'manager', 'viewer']

/** Shows a notification in the browsers of people who agreed to it, also while the site is not open. */
export function createWebPushChannel(options: WebPushOptions = {}): Channel<WebPushTarget> {
  return defineChannel<WebPushTarget>({
    slug: 'web-push',
    label: { en: 'Browser notification', ru: 'Уведомление в браузере' },
    description: {
      en: 'Shows a notification in the browsers of people who agreed to it, also while the site is closed.',
      ru: 'Показывает уведомление в браузерах тех, кто на это согласился, даже когда сайт закрыт.',
    },
    fields: webPushFields,
    target: webPushTarget,
    checkSecret: (_, value) => void vapidKeysOf(value),
    generateAccountSecret: generateVapidKey,
    validate: async ({ icon, image, link, recipient, role, text, title, topic }, { templates }) => {
      checkTemplates(templates, { recipient, title, text, link, icon, image, topic })
      if (recipient === null && role === null) throw webPushError.nobody()
    },
    describeTarget: ({ recipient, role }) =>
      `Web Push → ${cutText([recipient, role].flatMap((part) => part ?? []).join(', '), 120)}`.replaceAll(
        /\s+/g,
        ' ',
      ),
    reasons: webPushReasons,
    capabilities: { text: true },
    devices: {
      kind: 'web-push',
      addressees: ({ target: { recipient, role }, ...tools }) =>
        addresseesOf(tools, { recipient, roles: role === 'staff' ? staff : role ? [role] : [] }),
      publicKey: (secrets) => {
        const own = secrets?.['privateKey']
        const keys = own
          ? vapidKeysOf(own)
          : secrets === undefined
            ? serverKeys(options)
            : undefined
        return keys?.publicKey
      },
    },
    testConnection: (input) => testWebPush(input, options),
    preview: async (input) => {
      const { notification } = await renderNotification(input)
      const { recipient, role } = input.target
      const { users } = await addresseesOf(input, { recipient, roles: [] })
      const to = [...users, ...(role === null ? [] : [role])].join(', ')
      return {
        to,
        subject: notification.title,
        text: notification.text ?? '',
        json: { ...notification },
      }
    },
    deliver: (input) => deliverWebPush(input, options),
  })
}
