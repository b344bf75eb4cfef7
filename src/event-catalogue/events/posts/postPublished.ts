import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { samplePost } from '../../samples/samplePost.ts'
import { postSnapshot } from '../../snapshots/postSnapshot.ts'

/** Readers can see the post now. */
export const postPublished = defineEvent({
  type: 'post.published',
  version: 1,
  area: eventAreas.posts,
  summary: {
    en: 'A post was published.',
    ru: 'Публикация вышла.',
  },
  firesWhen: {
    en: 'The publication status goes from draft to published, or a post is created published.',
    ru: 'Статус сменился с черновика на опубликован, или публикация сразу создана опубликованной.',
  },
  current: postSnapshot,
  sample: {
    current: samplePost,
    previous: { ...samplePost, _status: 'draft' },
    changed: ['_status'],
  },
})
