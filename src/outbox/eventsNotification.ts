/** Channel that wakes routers; the payload is empty, the rows are the message. */
export const EVENTS_NOTIFICATION = 'flowmasters_events'
