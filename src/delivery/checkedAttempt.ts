import type { Attempt, DeviceReport, Exchange } from '../channels/attempt.ts'
import { isPlainJson } from '../event-catalogue/isPlainJson.ts'

const outcomes: ReadonlySet<unknown> = new Set<Attempt['outcome']>([
  'delivered',
  'rejected',
  'unavailable',
])

/**
 * What a channel answered, in a form that can be written down. A channel is foreign code: an outcome nobody knows, or an
 * exchange that is not JSON, would otherwise fail the writing of the whole batch, and what was
 * delivered would be sent again.
 */
export function checkedAttempt(given: Attempt): Attempt {
  if (typeof given !== 'object' || given === null || !outcomes.has(given.outcome)) {
    return {
      outcome: 'unavailable',
      code: 'CHANNEL_FAILED',
      reason: 'the channel answered with something that is no attempt',
      exchange: nothing,
    }
  }
  const texts = {
    code: textOf(given.code) ?? 'UNNAMED',
    ...(given.outcome === 'delivered' ? {} : { reason: textOf(given.reason) ?? 'no reason given' }),
  }
  const { devices, reasons, ...rest } = given
  const checked = {
    ...rest,
    ...texts,
    exchange: checkedExchange(given.exchange),
    ...(isJson(devices) ? { devices: checkedDevices(devices) } : {}),
  }
  return isJson(reasons) && Array.isArray(reasons) ? { ...checked, reasons } : checked
}

const nothing: Exchange = { request: {}, response: null }

function checkedExchange(exchange: Exchange | undefined): Exchange {
  return {
    request: isJson(exchange?.request)
      ? exchange.request
      : { note: 'the channel told nothing readable' },
    response: isJson(exchange?.response) ? exchange.response : null,
  }
}

function checkedDevices({ gone, reached }: DeviceReport): DeviceReport {
  const ids = (given: unknown): string[] =>
    Array.isArray(given) ? given.filter((id) => typeof id === 'string') : []
  return { reached: ids(reached), gone: ids(gone) }
}

function isJson<Value extends object>(value: Value | null | undefined): value is Value {
  return typeof value === 'object' && value !== null && isPlainJson(value)
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}
