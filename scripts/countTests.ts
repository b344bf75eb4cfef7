import * as z from 'zod'

/** How many tests ended how. */
export type TestCounts = { passed: number; failed: number; skipped: number }

const count = z.number().int().nonnegative().default(0)
const jestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  numRuntimeErrorTestSuites: count,
})

/**
 * Counts from a Jest `--json` report. A file that could not even be loaded counts as one failure, and so
 * does a run that ended badly without saying why (no report, or a non-zero exit with no failed test).
 */
export const countTests = ({
  report,
  exitCode,
}: {
  report: unknown
  exitCode: number
}): TestCounts => {
  const parsed = jestReport.safeParse(report)
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0 }
  const failed = parsed.data.numFailedTests + parsed.data.numRuntimeErrorTestSuites
  return {
    passed: parsed.data.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: parsed.data.numPendingTests + parsed.data.numTodoTests,
  }
}
