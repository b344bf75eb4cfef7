import type { Payload } from 'payload'

import type { Mailer } from '../channels/channel.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import type { Logger } from '../kernel/logger.ts'
import { type AlertSettings, defaultAlertSettings } from '../monitoring/alerts/alertSettings.ts'
import { type AlertWatch, createAlertWatch } from '../monitoring/alerts/createAlertWatch.ts'
import { getRuntime } from '../runtime/getRuntime.ts'

/** How a watch is run. */
export type StartWatchOptions = {
  /** @default Payload's logger */
  logger?: Logger
  /** @default the site's */
  mailer?: Mailer
  /** Time between two looks, milliseconds. @default 15000 */
  everyMs?: number
}

/**
 * Watches the engine from this process, beside whatever it does otherwise: a web server that watches tells when the last
 * worker has died. `startEngine` watches too. Stop it before Payload.
 */
export function startWatch(payload: Payload, options: StartWatchOptions = {}): AlertWatch {
  const { alertEmails, clock, mailer } = getRuntime(payload)
  const watch = createAlertWatch({
    sql: () => sqlOfRequest(payload),
    settings: () => settingsOf(payload, alertEmails),
    emails: alertEmails,
    mailer: options.mailer ?? mailer,
    clock,
    logger: options.logger ?? payload.logger,
    ...(options.everyMs === undefined ? {} : { everyMs: options.everyMs }),
  })
  watch.start()
  return watch
}

async function settingsOf(
  payload: Payload,
  alertEmails: readonly string[],
): Promise<AlertSettings> {
  const stored: Record<string, unknown> = {
    ...(await payload.findGlobal({ slug: 'alert-settings', depth: 0 })),
  }
  const numberOf = (name: Exclude<keyof AlertSettings, 'emails'>): number => {
    const value = stored[name]
    return typeof value === 'number' ? value : defaultAlertSettings[name]
  }
  const { emails } = stored
  const chosen = Array.isArray(emails) ? emails.map(String).filter((text) => text !== '') : []
  return {
    emails: chosen.length > 0 ? chosen : alertEmails,
    pastDueCount: numberOf('pastDueCount'),
    pastDueMinutes: numberOf('pastDueMinutes'),
    outboxLagSeconds: numberOf('outboxLagSeconds'),
    heartbeatSeconds: numberOf('heartbeatSeconds'),
    deadLettersCount: numberOf('deadLettersCount'),
    deadLettersMinutes: numberOf('deadLettersMinutes'),
  }
}
