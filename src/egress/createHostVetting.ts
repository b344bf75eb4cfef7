import type { FlowError } from '../kernel/flowError.ts'
import { classifyAddress } from './classifyAddress.ts'
import { egressError } from './egressError.ts'
import { isAllowedClass } from './isAllowedClass.ts'
import type { ResolvedAddress, ResolveHost } from './resolveHost.ts'

export type HostVettingOptions = {
  resolve: ResolveHost
  allowPrivateTargets: boolean
  /** Longest wait for DNS, milliseconds. */
  dnsTimeoutMs: number
  /** How long one verdict holds, milliseconds: what keeps a check on every attempt cheap. */
  dnsCacheMs: number
  now: () => number
}

/**
 * The verdict on a host name: its vetted addresses, at once when they are fresh.
 * Throws (or rejects with) FLOW_EGRESS_DNS or FLOW_EGRESS_FORBIDDEN_TARGET.
 */
export type HostVetting = (host: string) => ResolvedAddress[] | Promise<ResolvedAddress[]>

type Verdict = { addresses: ResolvedAddress[]; error: FlowError | null; at: number }

const MAX_VERDICTS = 1000

/** Creates the DNS half of the guard. One question per host is in flight at a time. */
export function createHostVetting(options: HostVettingOptions): HostVetting {
  const verdicts = new Map<string, Verdict>()
  const questions = new Map<string, Promise<ResolvedAddress[]>>()

  const ask = (host: string): Promise<ResolvedAddress[]> => {
    const running = questions.get(host)
    if (running !== undefined) return running
    // A question that hangs stays in the map: asking again would only hang another resolver thread.
    const question = Promise.resolve()
      .then(() => options.resolve(host))
      .finally(() => questions.delete(host))
    questions.set(host, question)
    return question
  }

  const vet = async (host: string): Promise<ResolvedAddress[]> => {
    const addresses = await withinTime(ask(host), options.dnsTimeoutMs, host)
    const verdict = { addresses, error: judge(addresses, options), at: options.now() }
    if (verdicts.size >= MAX_VERDICTS) verdicts.clear()
    verdicts.set(host, verdict)
    return open(verdict)
  }

  return (host) => {
    const verdict = verdicts.get(host)
    return verdict !== undefined && options.now() - verdict.at < options.dnsCacheMs
      ? open(verdict)
      : vet(host)
  }
}

function open(verdict: Verdict): ResolvedAddress[] {
  if (verdict.error !== null) throw verdict.error
  return verdict.addresses
}

/** One forbidden answer condemns the whole name: which answer gets used is the attacker's choice, not ours. */
function judge(
  addresses: ResolvedAddress[],
  policy: { allowPrivateTargets: boolean },
): FlowError | null {
  if (addresses.length === 0)
    return egressError({
      code: 'FLOW_EGRESS_DNS',
      message: 'the host name has no address',
      details: { variant: 'no_address' },
    })
  if (addresses.every(({ address }) => isAllowedClass(classifyAddress(address), policy)))
    return null
  return egressError({
    code: 'FLOW_EGRESS_FORBIDDEN_TARGET',
    message: 'the host name leads to an address inside a private or reserved network',
    details: { variant: 'inside' },
  })
}

async function withinTime<Answer>(
  question: Promise<Answer>,
  timeoutMs: number,
  host: string,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(dnsError(host, 'ETIMEOUT')), timeoutMs)
    timer.unref()
  })
  try {
    return await Promise.race([question, tooLate])
  } catch (error) {
    const code =
      typeof error === 'object' && error !== null && 'code' in error
        ? String(error.code)
        : 'unknown'
    throw code.startsWith('FLOW_') ? error : dnsError(host, code, error)
  } finally {
    clearTimeout(timer)
  }
}

function dnsError(host: string, reason: string, cause?: unknown): FlowError {
  return egressError({
    code: 'FLOW_EGRESS_DNS',
    message: `the host name ${host} could not be resolved (${reason})`,
    reason,
    details: { host },
    cause,
  })
}
