/**
 * A delivery whose worker died this often in the middle of a try is set aside instead of killing the next one.
 * Tries that ended, however badly, do not count, and one that ends wipes the slate.
 *
 * A dead worker held hundreds of deliveries and at most one of them killed it. So the first death only makes them
 * suspects (`strikes` 1); a suspect's next try is written down before it begins (2), so that what merely waited in
 * memory at the next death is not blamed; and from there on it is tried while no other suspect is, so that the third
 * death names the culprit. Deliveries that never met a death cost nothing extra.
 */
export const MAX_STRIKES = 3

/** Whether the beginning of a try must be written down first. */
export function isSuspect({ strikes }: { strikes: number }): boolean {
  return strikes > 0
}

/** Whether a suspect may be tried while `others` are: the second try bears company, the last one only of the innocent. */
export function mayBeTriedBeside(
  suspect: { strikes: number },
  others: readonly { strikes: number }[],
): boolean {
  return isOnLastTry(suspect) ? !others.some(isSuspect) : !others.some(isOnLastTry)
}

function isOnLastTry({ strikes }: { strikes: number }): boolean {
  return strikes >= MAX_STRIKES - 1
}
