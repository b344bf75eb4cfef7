/** For every status of a closed list, the statuses that may follow it. */
export type StatusMachine<Status extends string = string> = {
  readonly [From in Status]: readonly Status[]
}
