/** Closes an operation for every user; only code that overrides access gets through. */
export const nobody = (): boolean => false
