import type { Attempt, Exchange } from '../channels/attempt.ts'
import { createReasons, type SaidReason } from '../channels/createReasons.ts'
import type { PushDevice } from '../channels/pushDevice.ts'
import { cutText } from './cutText.ts'

/** What became of a message at one device. */
export type DeviceTry = {
  device: Pick<PushDevice, 'id' | 'label'>
  code: string
  exchange: Exchange
} & (
  | { outcome: 'reached'; messageId?: string }
  /** `gone`: the service does not know it any more; it is forgotten. `refused`: final, and the device stays. */
  | { outcome: 'gone' | 'refused'; said: SaidReason }
  | { outcome: 'busy'; said: SaidReason; retryAfterMs?: number }
)
type Failed = Exclude<DeviceTry, { outcome: 'reached' }>

/** The log keeps so many exchanges of one try, failures first. */
const KEPT_EXCHANGES = 5
const KEPT_REASONS = 3

const because = createReasons({
  devices_partly: {
    en: '{reached} of {total} devices took it, not: {devices}',
    ru: '',
  },
})

/**
 * All devices of one try as one attempt: again when any asks for patience, delivered when at least one took it, else
 * rejected. A repeat reaches those that have it already once more, so its notification needs the same tag.
 */
export function devicesOutcome(
  tries: readonly DeviceTry[],
  remarks: readonly SaidReason[],
): Attempt {
  const reached = tries.filter((each) => each.outcome === 'reached')
  const failed = tries.filter((each): each is Failed => each.outcome !== 'reached')
  const busy = failed.filter((each) => each.outcome === 'busy')
  const common = {
    exchange: exchangeOf(tries),
    devices: {
      reached: reached.map(({ device }) => device.id),
      gone: failed.filter(({ outcome }) => outcome === 'gone').map(({ device }) => device.id),
    },
  }
  const told = joined([...partly(tries, failed), ...distinct(failed)])
  const [first] = busy
  if (first !== undefined) {
    const hints = busy.flatMap(({ retryAfterMs = [] }) => retryAfterMs)
    const hint = hints.length === 0 ? {} : { retryAfterMs: Math.max(...hints) }
    return { outcome: 'unavailable', code: first.code, ...told, ...hint, ...common }
  }
  const [took] = reached
  if (took === undefined) {
    return { outcome: 'rejected', code: failed[0]?.code ?? 'NO_DEVICE', ...told, ...common }
  }
  const said = joined([...partly(tries, failed), ...distinct(failed), ...remarks])
  const messageIds = reached.flatMap(({ messageId = [] }) => messageId)
  return {
    outcome: 'delivered',
    code: took.code,
    receipt: { devices: reached.length, ...(messageIds.length > 0 ? { messageIds } : {}) },
    ...(said.reasons.length === 0 ? {} : { note: said.reason, reasons: said.reasons }),
    ...common,
  }
}

/** Which of several devices did not get it; nothing when all fared alike. */
function partly(tries: readonly DeviceTry[], failed: readonly Failed[]): SaidReason[] {
  if (failed.length === 0 || tries.length === 1) return []
  const devices = failed.map(({ device: { id, label } }) => (label === '' ? id : label)).join('; ')
  const reached = tries.length - failed.length
  return [
    because('devices_partly', { reached, total: tries.length, devices: cutText(devices, 200) }),
  ]
}

/** Ten devices that fail for one reason are one sentence. */
function distinct(failed: readonly Failed[]): SaidReason[] {
  const byText = new Map(failed.map(({ said }) => [said.reason, said]))
  return [...byText.values()].slice(0, KEPT_REASONS)
}

function joined(said: readonly SaidReason[]) {
  return {
    reason: said.map(({ reason }) => reason).join('; '),
    reasons: said.flatMap(({ reasons }) => reasons),
  }
}

function exchangeOf(tries: readonly DeviceTry[]): Exchange {
  const [only] = tries
  if (only !== undefined && tries.length === 1) return only.exchange
  const kept = [...tries]
    .sort((one, other) => Number(one.outcome === 'reached') - Number(other.outcome === 'reached'))
    .slice(0, KEPT_EXCHANGES)
  return {
    request: {
      devices: tries.length,
      kept: kept.map(({ device, exchange }) => ({ device: device.label, ...exchange.request })),
    },
    response: {
      kept: kept.map(({ code, device, exchange }) => ({
        ...{ device: device.label, code },
        ...exchange.response,
      })),
    },
  }
}
