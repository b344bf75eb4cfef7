import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `users`. Password hashes, sessions and tokens never enter an event. */
export const userSnapshot = defineSnapshot({
  email: rowField.email,
  name: rowField.text,
  phone: rowField.text,
  role: rowField.oneOf(['admin', 'manager', 'viewer', 'customer']),
  /** Language the user reads, such as `ru`. */
  locale: rowField.text,
  lastActiveAt: rowField.date,
})
