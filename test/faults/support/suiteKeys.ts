const key = (id: string, byte: number): string =>
  `${id}:${Buffer.alloc(32, byte).toString('base64')}`

/** Key rings: the one children run with, and those a rotation goes through. */
export const suiteKeys = {
  first: key('k1', 7),
  rotating: `${key('k2', 9)},${key('k1', 7)}`,
  second: key('k2', 9),
  /** Back again, so that what comes after finds what it knows. */
  returning: `${key('k1', 7)},${key('k2', 9)}`,
} as const
