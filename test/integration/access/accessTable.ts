/** Who asks, in the order of the letters below. */
export const callers = ['visitor', 'customer', 'viewer', 'manager', 'admin'] as const

/** One of the callers. */
export type Caller = (typeof callers)[number]

/** What is done to a collection. */
export type Operation = 'create' | 'read' | 'update' | 'delete'

/**
 * For each collection and operation a word of five letters, one per caller: `y` yes, `n` no, `s` some documents (own or
 * published ones). A collection that is missing here fails the test: who may do what is decided, not forgotten.
 */
export const accessTable: Record<string, Record<Operation, string>> = {
  orders: { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnny' },
  products: { create: 'nnnyy', read: 'ssyyy', update: 'nnnyy', delete: 'nnnyy' },
  'product-categories': { create: 'nnnyy', read: 'yyyyy', update: 'nnnyy', delete: 'nnnyy' },
  carts: { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnny' },
  reviews: { create: 'nynyy', read: 'ssyyy', update: 'nsnyy', delete: 'nsnyy' },
  courses: { create: 'nnnyy', read: 'ssyyy', update: 'nnnyy', delete: 'nnnny' },
  lessons: { create: 'nnnyy', read: 'ssyyy', update: 'nnnyy', delete: 'nnnyy' },
  'course-enrollments': { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnny' },
  'lesson-progress': { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnny' },
  achievements: { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnny' },
  'achievement-types': { create: 'nnnyy', read: 'yyyyy', update: 'nnnyy', delete: 'nnnny' },
  certificates: { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnny' },
  subscriptions: { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnny' },
  'subscription-payments': { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnny' },
  'subscription-plans': { create: 'nnnyy', read: 'ssyyy', update: 'nnnyy', delete: 'nnnyy' },
  'newsletter-subscribers': { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnyy' },
  'newsletter-lists': { create: 'nnnyy', read: 'ssyyy', update: 'nnnyy', delete: 'nnnyy' },
  'email-campaigns': { create: 'nnnyy', read: 'nnyyy', update: 'nnnyy', delete: 'nnnny' },
  'campaign-recipients': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  leads: { create: 'nnnyy', read: 'nnyyy', update: 'nnnyy', delete: 'nnnyy' },
  forms: { create: 'nnnyy', read: 'ssyyy', update: 'nnnyy', delete: 'nnnyy' },
  'form-submissions': { create: 'nnnyy', read: 'nnyyy', update: 'nnnnn', delete: 'nnnny' },
  'service-projects': { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnny' },
  tasks: { create: 'nnnyy', read: 'nnyyy', update: 'nnnyy', delete: 'nnnyy' },
  posts: { create: 'nnnyy', read: 'ssyyy', update: 'nnnyy', delete: 'nnnyy' },
  'post-categories': { create: 'nnnyy', read: 'yyyyy', update: 'nnnyy', delete: 'nnnyy' },
  comments: { create: 'nnnyy', read: 'ssyyy', update: 'nnnyy', delete: 'nnnyy' },
  'comment-likes': { create: 'nnnnn', read: 'nsyyy', update: 'nnnnn', delete: 'nnnnn' },
  bookings: { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnny' },
  services: { create: 'nnnyy', read: 'ssyyy', update: 'nnnyy', delete: 'nnnyy' },
  'staff-schedules': { create: 'nnnyy', read: 'nnyyy', update: 'nnnyy', delete: 'nnnyy' },
  media: { create: 'nnnyy', read: 'yyyyy', update: 'nnnyy', delete: 'nnnyy' },
  users: { create: 'nnnyy', read: 'nsyyy', update: 'nsssy', delete: 'nnnny' },
  'event-subscriptions': { create: 'nnnyy', read: 'nnyyy', update: 'nnnyy', delete: 'nnnyy' },
  'channel-credentials': { create: 'nnnyy', read: 'nnyyy', update: 'nnnyy', delete: 'nnnyy' },
  'message-templates': { create: 'nnnyy', read: 'nnyyy', update: 'nnnyy', delete: 'nnnyy' },
  'event-logs': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'event-deliveries': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'event-attempts': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'event-receivers': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'remote-objects': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'system-alerts': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'delivery-reports': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  notifications: { create: 'nnnnn', read: 'nsssy', update: 'nnnnn', delete: 'nnnnn' },
  'suppressed-addresses': { create: 'nnnyy', read: 'nnyyy', update: 'nnnyy', delete: 'nnnyy' },
  consents: { create: 'nnnyy', read: 'nsyyy', update: 'nnnyy', delete: 'nnnnn' },
  'push-devices': { create: 'nnnnn', read: 'nsyyy', update: 'nnnnn', delete: 'nsssy' },
  'scheduled-jobs': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'scheduled-runs': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'event-reconciliations': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'event-gaps': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'event-replays': { create: 'nnnnn', read: 'nnyyy', update: 'nnnnn', delete: 'nnnnn' },
  'event-rollups': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  'event-rollup-durations': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  'event-rollup-periods': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  'event-sequences': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  'event-spells': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  'event-engine-state': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  'event-breakers': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  'event-paces': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  'inbox-counters': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  'event-workers': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  // Payload's own.
  'payload-kv': { create: 'nnnnn', read: 'nnnnn', update: 'nnnnn', delete: 'nnnnn' },
  'payload-locked-documents': {
    create: 'nnyyy',
    read: 'nnyyy',
    update: 'nnyyy',
    delete: 'nnyyy',
  },
  'payload-migrations': { create: 'nyyyy', read: 'nyyyy', update: 'nyyyy', delete: 'nyyyy' },
  'payload-preferences': { create: 'nyyyy', read: 'nssss', update: 'nssss', delete: 'nssss' },
}
