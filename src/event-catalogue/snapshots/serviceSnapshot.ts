import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `services`. */
export const serviceSnapshot = defineSnapshot({
  title: rowField.localisedText,
  description: rowField.localisedText,
  /** Id of the picture. */
  cover: rowField.relation,
  price: rowField.localisedMoney,
  durationMinutes: rowField.number,
  /** The break after it. */
  bufferMinutes: rowField.number,
  slotMinutes: rowField.number,
  noticeMinutes: rowField.number,
  /** Ids of the users who do it. */
  staff: rowField.relations,
  slug: rowField.text,
  _status: rowField.oneOf(['draft', 'published']),
})
