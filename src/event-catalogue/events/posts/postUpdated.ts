import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { samplePost } from '../../samples/samplePost.ts'
import { postSnapshot } from '../../snapshots/postSnapshot.ts'

/** Readers see something else than before. */
export const postUpdated = defineEvent({
  type: 'post.updated',
  version: 1,
  area: eventAreas.posts,
  summary: {
    en: 'A published post changed.',
    ru: 'Опубликованная запись изменена.',
  },
  firesWhen: {
    en: 'A field of a published post changed, or it was taken back to draft. Draft saves and autosaves do not count.',
    ru: 'Изменилось поле опубликованной записи, или её сняли с публикации. Сохранение черновика и автосохранение не считаются.',
  },
  current: postSnapshot,
  sample: {
    current: samplePost,
    previous: { ...samplePost, tags: ['кофе'] },
    changed: ['tags'],
  },
})
