/** The scheduled job that runs replays. */
export const REPLAY_JOB = 'run-replays'
