import { describe, expect, test } from '@jest/globals'
import { countTests } from '../../../scripts/countTests.ts'

describe('the line at the end of npm test', () => {
  test('counts passed, failed and skipped tests', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 2,
      numPendingTests: 1,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 0,
    }
    expect(countTests({ report, exitCode: 1 })).toEqual({ passed: 7, failed: 2, skipped: 2 })
  })

  test('a file that cannot be loaded is a failure', () => {
    const report = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 1 }
    expect(countTests({ report, exitCode: 1 })).toMatchObject({ passed: 7, failed: 1 })
  })

  test.each([
    ['no report at all', undefined, 1],
    ['a report with a bad exit and no failed test', { numPassedTests: 3 }, 1],
    ['no report and a good exit', undefined, 0],
  ])('%s is a failure', (_title, report, exitCode) => {
    expect(countTests({ report, exitCode }).failed).toBe(1)
  })
})
