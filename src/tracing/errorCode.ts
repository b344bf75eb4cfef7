import { FlowError } from '../kernel/flowError.ts'

/** What a trace may say of an error: our code, or the kind of a stranger's. */
export function errorCode(error: unknown): string {
  if (error instanceof FlowError) return error.code
  return error instanceof Error ? error.name : 'Error'
}
