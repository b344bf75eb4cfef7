/** Parameter: id of an event. Its stored JSON text. */
export const eventBodySql = 'SELECT body FROM event_logs WHERE id = $1'
