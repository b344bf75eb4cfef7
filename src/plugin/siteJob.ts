import type { Payload } from 'payload'

import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduledJob.ts'

/** A scheduled job of the site's own; it is given Payload. */
export type SiteJob = Omit<ScheduledJob, 'run'> & {
  run: (run: JobRun & { payload: Payload }) => Promise<JobReport | undefined>
}
