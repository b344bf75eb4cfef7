import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `reviews`. */
export const reviewSnapshot = defineSnapshot({
  product: rowField.relation,
  /** 1 to 5. */
  rating: rowField.number,
  title: rowField.text,
  text: rowField.text,
  status: rowField.oneOf(['pending', 'approved', 'rejected']),
  /** Id of the user; null for a guest. */
  author: rowField.relation,
  /** How the author is shown. */
  authorName: rowField.text,
  /** Of a guest; never public. */
  authorEmail: rowField.email,
  /** The author has a paid order with this product. */
  isVerified: rowField.boolean,
  photos: rowField.relations,
  reply: rowField.group({
    text: rowField.text,
    repliedAt: rowField.date,
    repliedBy: rowField.relation,
  }),
  moderatedAt: rowField.date,
})
