/** The parts of a message that a stored template may bring; a channel says which of its fields takes which. */
export const messageParts = ['subject', 'text', 'html', 'buttonText', 'buttonUrl'] as const

/** One part of a message. */
export type MessagePart = (typeof messageParts)[number]
