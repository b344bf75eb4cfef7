import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleComment } from '../../samples/sampleComment.ts'
import { commentSnapshot } from '../../snapshots/commentSnapshot.ts'

/** Readers can see the comment now. */
export const commentApproved = defineEvent({
  type: 'comment.approved',
  version: 1,
  area: eventAreas.comments,
  summary: {
    en: 'A comment was approved.',
    ru: 'Комментарий одобрен.',
  },
  firesWhen: {
    en: 'The moderation status became approved, or a comment is created with it.',
    ru: 'Статус модерации стал approved, или комментарий создан с ним.',
  },
  current: commentSnapshot,
  sample: {
    current: {
      ...sampleComment,
      status: 'approved',
      moderatedAt: '2026-11-21T10:30:00.000Z',
      moderatedBy: 12,
      updatedAt: '2026-11-21T10:30:00.000Z',
    },
    previous: sampleComment,
    changed: ['status', 'moderatedAt', 'moderatedBy'],
  },
})
