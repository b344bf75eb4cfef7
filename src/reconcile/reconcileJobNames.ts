/** The scheduled jobs that compare documents with the log: what people asked for, and what the engine looks at by itself. */
export const reconcileJobNames = {
  run: 'run-reconciliations',
  daily: 'find-untold-changes',
} as const
