/**
 * A delivery whose worker died this often in the middle of a try is set aside instead of killing the next one.
 * Tries that ended, however badly, do not count.
 */
export const MAX_UNFINISHED_ATTEMPTS = 3
