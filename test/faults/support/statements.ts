/** How the kill points recognise what the product sends; the texts are those of src/outbox and src/delivery. */
export const statements = {
  insertEvents: 'INSERT INTO event_logs',
  insertDeliveries: 'INSERT INTO event_deliveries',
  claimDue: "SET status = 'delivering'",
  writeResults: 'INSERT INTO event_attempts',
  moveReplay: 'UPDATE event_replays SET status',
  sweep: 'DELETE FROM event_',
  createTable: 'CREATE TABLE',
  commit: '^\\s*commit',
} as const
