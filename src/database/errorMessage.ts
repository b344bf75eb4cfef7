/** The text of whatever was thrown; connection errors of several addresses hide theirs in a list. */
export const errorMessage = (error: unknown): string => {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(errorMessage).join('; ')
  }
  return error instanceof Error ? error.message : String(error)
}
