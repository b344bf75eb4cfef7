import { FlowError } from '../../src/kernel/flowError.ts'

/** What an error of ours tells the person at a form. Errors that are not ours are bugs and are thrown on. */
export function readableRefusal(error: unknown): string {
  if (!(error instanceof FlowError)) throw error
  const sentence = error.message.replace(/^\[flowmasters\] \S+ /, '')
  return error.hint ? `${sentence}. ${error.hint}` : sentence
}
