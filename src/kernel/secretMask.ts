/** What a stored secret looks like to everybody who reads it. */
export const SECRET_MASK = '••••••••'
