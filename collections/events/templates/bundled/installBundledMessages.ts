import type { Payload, PayloadRequest } from 'payload'

import { MESSAGE_TEMPLATES } from '../../../../src/templates/messageTemplateStore.ts'
import { bundledMessages } from './bundledMessages.ts'
import { htmlOfText } from './htmlOfText.ts'
import { mailLayout } from './mailLayout.ts'

type Written = { name: string; subject?: string; text?: string; html?: string }
type Installable = { key: string; event?: string; ru: Written; en: Written }

/**
 * Stores the fourteen messages of EV-31 and the frame of their mails, in Russian and English. What is there under the same
 * key stays as people have made it. Answers with the keys that are new.
 */
export async function installBundledMessages(
  payload: Payload,
  req: Partial<PayloadRequest>,
): Promise<string[]> {
  const installed: string[] = []
  for (const { en, event, key, ru } of installables) {
    const { totalDocs } = await payload.count({
      collection: MESSAGE_TEMPLATES,
      where: { key: { equals: key } },
      req,
    })
    if (totalDocs > 0) continue
    const data = { key, ...(event === undefined ? {} : { event }) }
    const { id } = await payload.create({
      collection: MESSAGE_TEMPLATES,
      data: { ...data, ...ru },
      locale: 'ru',
      req,
    })
    await payload.update({ collection: MESSAGE_TEMPLATES, id, data: en, locale: 'en', req })
    installed.push(key)
  }
  return installed
}

/** The layout first: the others name it. */
const installables: readonly Installable[] = [
  {
    key: 'mail',
    ru: { name: 'Рамка письма', html: mailLayout },
    en: { name: 'Frame of a mail', html: mailLayout },
  },
  ...bundledMessages.map(({ event, key, name, subject, text }) => {
    const written = (language: 'en' | 'ru'): Written => ({
      name: name[language],
      subject: subject[language],
      text: text[language],
      html: htmlOfText(subject[language], text[language]),
    })
    return { key, event, ru: written('ru'), en: written('en') }
  }),
]
