import type { Mailer } from '../../channels/channel.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Localised } from '../../kernel/localised.ts'
import type { Logger } from '../../kernel/logger.ts'
import type { Sql } from '../../kernel/sql.ts'
import { readEngineNumbers } from '../engineNumbers.ts'
import { claimNews, closeAlerts, noteNews, openAlert } from './alertBook.ts'
import { type AlertNews, alertLetter } from './alertLetter.ts'
import { type AlertRuleName, alertRules, alertTitles } from './alertRules.ts'
import type { AlertSettings } from './alertSettings.ts'
import { createBlindness } from './createBlindness.ts'

/** What a watch is made of. */
export type AlertWatchOptions = {
  sql: () => Promise<Sql>
  settings: () => Promise<AlertSettings>
  /** Who is written to before any settings could be read. */
  emails: readonly string[]
  /** Straight to the mail server: alerts must not travel by what they report on. */
  mailer: Mailer
  clock: Clock
  logger: Logger
  /** Time between two looks. @default 15000 */
  everyMs?: number
  /** After its start a process opens nothing for so long: workers may be starting too. @default 60000 */
  graceMs?: number
  /** A database that has not answered by then gave no data. @default 10000 */
  timeoutMs?: number
}

/** Looks at the engine from beside it. */
export type AlertWatch = {
  start: () => void
  /** One look: opens and closes alerts and writes the letters. Never rejects. */
  tick: () => Promise<void>
  /** Waits for the look under way. May be called again. */
  stop: () => Promise<void>
}

/**
 * Any number of processes may watch: the row of an open alert is unique, so it opens once, closes once, and one of them
 * writes. That the database is silent every process has to find out, and tell, for itself.
 */
export function createAlertWatch(options: AlertWatchOptions): AlertWatch {
  const { clock, everyMs = 15_000, graceMs = 60_000, logger } = options
  const startedAt = clock.now()
  let emails = options.emails
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined

  const look = async (): Promise<void> => {
    const sql = await options.sql()
    const settings = await options.settings()
    if (settings.emails.length > 0) emails = settings.emails
    const numbers = await readEngineNumbers(sql, {
      pastDueMs: settings.pastDueMinutes * 60_000,
      latelyMs: settings.deadLettersMinutes * 60_000,
    })
    const mayOpen = clock.now() - startedAt >= graceMs
    const quiet: AlertRuleName[] = []
    for (const { judge, name } of alertRules) {
      const message = judge(numbers, settings)
      if (message === null) quiet.push(name)
      else if (mayOpen) await open(sql, name, message)
    }
    for (const rule of await closeAlerts(sql, quiet)) {
      logger.info({ msg: `flowmasters: alert over: ${alertTitles[rule].en}`, rule })
    }
    await tellNews(sql)
  }
  const open = async (sql: Sql, rule: AlertRuleName, message: Localised): Promise<void> => {
    if (!(await openAlert(sql, rule, message))) return
    logger.error({ msg: `flowmasters: alert: ${alertTitles[rule].en}`, rule, detail: message.en })
  }
  const tellNews = async (sql: Sql): Promise<void> => {
    for (const news of await claimNews(sql)) await noteNews(sql, news, await tell(news))
  }
  /** Null, or why nobody could be told. Without an address the admin and the log have to do. */
  const tell = async (news: AlertNews): Promise<string | null> => {
    if (emails.length === 0) return null
    try {
      await options.mailer.send(alertLetter(news, emails))
      return null
    } catch (err) {
      logger.error({ msg: 'flowmasters: nobody could be told of an alert', rule: news.rule, err })
      return err instanceof Error ? err.message : String(err)
    }
  }

  const blindness = createBlindness({ clock, logger, tell })
  const tick = async (): Promise<void> => {
    try {
      await inTime(look(), options.timeoutMs ?? 10_000)
      await blindness.ended()
    } catch (err) {
      await blindness.noticed(err)
    }
  }
  const tickAlone = (): Promise<void> => {
    looking ??= tick().finally(() => {
      looking = undefined
    })
    return looking
  }
  return {
    start: () => {
      timer ??= setInterval(() => void tickAlone(), everyMs)
    },
    tick: tickAlone,
    stop: async () => {
      clearInterval(timer)
      await looking
    },
  }
}

async function inTime(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
