/** One POST as it came in. */
export type ReceivedRequest = {
  /** Milliseconds since the epoch. */
  at: number
  headers: Record<string, string>
  body: string
  /** What was answered. */
  status: number
}

/** What a receiver does with its `count`th request, counted from 1. */
export type Behaviour = (count: number) => { status: number; delayMs?: number }

/** A system on loopback that webhooks go to. */
export type Receiver = {
  name: string
  url: string
  requests: readonly ReceivedRequest[]
  /** From now on it behaves otherwise. */
  behave: (behaviour: Behaviour) => void
  stop: () => Promise<void>
}
