import type { Clock } from '../../kernel/clock.ts'
import { isoOrNull } from '../../kernel/isoOrNull.ts'
import type { Localised } from '../../kernel/localised.ts'
import type { Logger } from '../../kernel/logger.ts'
import type { AlertNews } from './alertLetter.ts'
import { alertTitles } from './alertRules.ts'

const noData: Localised = {
  en: 'The database did not answer: nothing is known of events and deliveries.',
  ru: 'База данных не отвечает: о событиях и доставках ничего не известно.',
}

/** One failed look may be a restart. */
const LOOKS_WITHOUT_DATA = 2

type BlindnessOptions = {
  clock: Clock
  logger: Logger
  tell: (news: AlertNews) => Promise<string | null>
}

/** What a watch knows of its own failed looks: the one alert that no row in the database can hold. */
type Blindness = {
  noticed: (err: unknown) => Promise<void>
  ended: () => Promise<void>
}

/** Tells once that there is no data, and once that there is again. */
export function createBlindness({ clock, logger, tell }: BlindnessOptions): Blindness {
  const blind = { looks: 0, since: null as number | null, isTold: false }
  const news = (closedAt: number | null): AlertNews => ({
    rule: 'no_data',
    message: noData,
    openedAt: isoOrNull(blind.since) ?? '',
    closedAt: isoOrNull(closedAt),
  })
  return {
    noticed: async (err) => {
      blind.looks += 1
      blind.since ??= clock.now()
      logger.warn({ msg: 'flowmasters: the watch could not look', err })
      if (blind.looks < LOOKS_WITHOUT_DATA || blind.isTold) return
      blind.isTold = true
      logger.error({ msg: `flowmasters: alert: ${alertTitles.no_data.en}`, rule: 'no_data' })
      await tell(news(null))
    },
    ended: async () => {
      if (blind.isTold) await tell(news(clock.now()))
      Object.assign(blind, { looks: 0, since: null, isTold: false })
    },
  }
}
