import { escapeHtml } from '../../pages/escapeHtml.ts'

/** Which letter the newsletter itself writes. */
export type NewsletterLetterKind = 'confirm' | 'already'

/** A letter, ready but for its address. */
export type NewsletterLetter = { subject: string; text: string; html: string }

type LetterOptions = {
  kind: NewsletterLetterKind
  language: 'en' | 'ru'
  /** Where the one link of the letter leads: to confirm, or to leave. */
  link: string
}

const texts = {
  confirm: {
    en: {
      subject: 'Please confirm your subscription',
      before: 'Somebody, most likely you, asked for our letters to this address.',
      action: 'Confirm the subscription',
      after:
        'The link works for seven days. If it was not you, do nothing: without your answer we will not write again.',
    },
    ru: {
      subject: 'Подтвердите подписку',
      before: 'Кто-то, скорее всего вы, подписал этот адрес на наши письма.',
      action: 'Подтвердить подписку',
      after:
        'Ссылка действует семь дней. Если это были не вы, ничего не делайте: без вашего ответа писем не будет.',
    },
  },
  already: {
    en: {
      subject: 'You are subscribed already',
      before: 'Somebody, most likely you, asked for our letters. This address gets them already.',
      action: 'Unsubscribe',
      after: 'Nothing else needs to be done.',
    },
    ru: {
      subject: 'Вы уже подписаны',
      before: 'Кто-то, скорее всего вы, запросил наши письма. Этот адрес уже их получает.',
      action: 'Отписаться',
      after: 'Больше ничего делать не нужно.',
    },
  },
}

/** The letters around a subscription. */
export function newsletterLetter({ kind, language, link }: LetterOptions): NewsletterLetter {
  const { action, after, before, subject } = texts[kind][language]
  return {
    subject,
    text: `${before}\n\n${action}: ${link}\n\n${after}\n`,
    html: `<!doctype html><html lang="${language}"><body style="font:16px/1.5 sans-serif;color:#1d1d1b">
<p>${escapeHtml(before)}</p>
<p><a href="${escapeHtml(link)}">${escapeHtml(action)}</a></p>
<p>${escapeHtml(after)}</p>
</body></html>`,
  }
}
