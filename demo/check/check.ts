/** Two numbers (or texts) from different places that must agree. */
export type Check = { what: string; expected: number | string; found: number | string }

/** Whether they do. */
export const holds = ({ expected, found }: Check): boolean => expected === found
