import { FlowError } from '../../kernel/flowError.ts'

/** What is answered when the name in the path belongs to no job (404). */
export function unknownJob(name: string): FlowError {
  return new FlowError({
    code: 'FLOW_SCHEDULE_JOB_UNKNOWN',
    message: `there is no scheduled job "${name.slice(0, 100)}"`,
    hint: 'GET /api/events/schedule lists them; a job appears when a worker that knows it starts.',
    status: 404,
    details: { job: name.slice(0, 100) },
  })
}
