import type { Localised } from '../kernel/localised.ts'
import type { Repeat } from './scheduledJob.ts'

type Unit = { ms: number; en: string; ru: string }

const units: readonly Unit[] = [
  { ms: 86_400_000, en: 'd', ru: 'дн.' },
  { ms: 3_600_000, en: 'h', ru: 'ч' },
  { ms: 60_000, en: 'min', ru: 'мин' },
  { ms: 1_000, en: 's', ru: 'с' },
  { ms: 1, en: 'ms', ru: 'мс' },
]

/** A schedule in words: `every 5 min`, `каждые 5 мин`, `30 2 * * * (Europe/Berlin)`. */
export function repeatText(repeat: Repeat): Localised {
  if ('cron' in repeat) {
    const text = `${repeat.cron} (${repeat.timeZone})`
    return { en: text, ru: text }
  }
  const { everyMs } = repeat
  const unit = units.find(({ ms }) => everyMs % ms === 0)
  if (!unit) return { en: `every ${everyMs} ms`, ru: `каждые ${everyMs} мс` }
  const count = everyMs / unit.ms
  return { en: `every ${count} ${unit.en}`, ru: `каждые ${count} ${unit.ru}` }
}
