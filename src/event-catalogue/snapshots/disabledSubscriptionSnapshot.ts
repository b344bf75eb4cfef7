import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** The event subscription one of whose channels was switched off; its settings stay at home. */
export const disabledSubscriptionSnapshot = defineSnapshot({ name: rowField.text })
