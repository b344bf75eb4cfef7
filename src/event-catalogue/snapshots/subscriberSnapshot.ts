import * as z from 'zod'

import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `newsletter-subscribers`. */
export const subscriberSnapshot = defineSnapshot({
  email: rowField.email,
  name: rowField.text,
  lists: rowField.relations,
  tags: z.array(z.string()).nullish(),
  /** What the person agreed to, when, and from which network. */
  consent: rowField.group({ text: rowField.text, at: rowField.date, ip: rowField.text }),
  status: rowField.oneOf(['pending', 'subscribed', 'unsubscribed', 'bounced', 'complained']),
  /** Language the person reads, such as `ru`. */
  locale: rowField.text,
  source: rowField.text,
  /** Id of the account with the same address. */
  user: rowField.relation,
  /** The first time; stays when the person leaves and comes back. */
  subscribedAt: rowField.date,
  resubscribedAt: rowField.date,
  unsubscribedAt: rowField.date,
  unsubscribeReason: rowField.text,
})
