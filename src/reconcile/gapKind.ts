/**
 * How a document and the log differ: it never had an event; its row differs from the last event; the last event knows a
 * document that is gone.
 */
export type GapKind = 'never_told' | 'changed' | 'deleted'
