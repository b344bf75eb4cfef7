import type { Receivers } from '../receivers/startReceivers.ts'
import type { Answer, Api, Caller } from './createApi.ts'

/** What the steps of a day share. */
export type Stage = {
  api: Api
  receivers: Receivers
  /** Who runs the shop. */
  staff: () => Caller
  /** Remembers an id or a token under a name. */
  keep: (name: string, value: unknown) => void
  /** What was remembered; throws when there is nothing. */
  get: (name: string) => string
}

/** One operation of the day and the events it must mean, in their order. */
export type Step = {
  what: string
  expect: readonly string[]
  run: (stage: Stage) => Promise<Answer>
}
