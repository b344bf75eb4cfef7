/** What stands in a log where a secret stood. */
export const MASK = '***'
