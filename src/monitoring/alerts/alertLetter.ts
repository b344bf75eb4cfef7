import type { MailMessage } from '../../channels/channel.ts'
import type { Localised } from '../../kernel/localised.ts'
import { type AlertRuleName, alertTitles } from './alertRules.ts'

/** An alert as a letter tells of it. Times are ISO 8601, UTC. */
export type AlertNews = {
  rule: AlertRuleName
  message: Localised
  openedAt: string
  /** Null while it is open. */
  closedAt: string | null
}

/** Both languages in one letter: who reads it is not known, and it must not wait to be asked. */
export function alertLetter(news: AlertNews, to: readonly string[]): MailMessage {
  const { closedAt, message, openedAt, rule } = news
  const title = alertTitles[rule]
  const [en, ru] = closedAt === null ? ['Alert', 'Тревога'] : ['Over', 'Прошло']
  const times = closedAt === null ? openedAt : `${openedAt} – ${closedAt}`
  return {
    to: [...to],
    subject: `[FlowMasters] ${ru}: ${title.ru} / ${en}: ${title.en}`,
    text: [
      `${ru}: ${title.ru}.`,
      message.ru,
      times,
      '',
      `${en}: ${title.en}.`,
      message.en,
      times,
      '',
      'FlowMasters',
    ].join('\n'),
  }
}
