import type { GlobalConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'

/** How the newsletter introduces itself, and how one gets onto it. */
export const NewsletterSettings: GlobalConfig = {
  slug: 'newsletter-settings',
  label: { en: 'Newsletter settings', ru: 'Настройки рассылки' },
  admin: {
    group: { en: 'Marketing', ru: 'Маркетинг' },
    description: {
      en: 'How letters introduce themselves, and how one gets onto the list.',
      ru: 'Как письма представляются и как на них подписываются.',
    },
  },
  // What stands here is printed in every letter and beside every form.
  access: { read: () => true, update: isAdminOrManager },
  fields: [
    {
      name: 'doubleOptIn',
      type: 'checkbox',
      label: { en: 'Ask to confirm by letter', ru: 'Просить подтверждение письмом' },
      defaultValue: true,
      admin: {
        description: {
          en: 'Without it anybody can subscribe anybody, and mail servers will know.',
          ru: 'Без этого кто угодно подпишет кого угодно, и почтовые серверы это заметят.',
        },
      },
    },
    {
      name: 'senderName',
      type: 'text',
      label: { en: 'Name of the sender', ru: 'Имя отправителя' },
      maxLength: 100,
    },
    {
      name: 'replyTo',
      type: 'email',
      label: { en: 'Answers go to', ru: 'Адрес для ответов' },
    },
    {
      name: 'postalAddress',
      type: 'textarea',
      label: { en: 'Postal address', ru: 'Почтовый адрес' },
      localized: true,
      admin: {
        description: {
          en: 'Printed under every campaign letter; many countries require it.',
          ru: 'Печатается под каждым письмом рассылки; во многих странах это обязательно.',
        },
      },
    },
    {
      name: 'consentText',
      type: 'textarea',
      label: { en: 'Wording of the consent', ru: 'Текст согласия' },
      localized: true,
      admin: {
        description: {
          en: 'Kept with every subscription as it read at that time.',
          ru: 'Сохраняется с каждой подпиской в том виде, каким был в тот момент.',
        },
      },
    },
  ],
}
