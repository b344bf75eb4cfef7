import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { rememberAutosave } from '../commerce/rememberAutosave.ts'
import { keepLessonInCourse } from './lessons/keepLessonInCourse.ts'
import { lessonFields } from './lessons/lessonFields.ts'
import { lessonRemoval } from './lessons/lessonRemoval.ts'
import { numberLesson } from './lessons/numberLesson.ts'
import { readLessons } from './lessons/readLessons.ts'
import { recountAfterSave } from './lessons/recountAfterSave.ts'

/** Lessons of the courses. The smallest one is `{ "course": 1, "title": "…" }`. */
export const Lessons: CollectionConfig = {
  slug: 'lessons',
  labels: {
    singular: { en: 'Lesson', ru: 'Урок' },
    plural: { en: 'Lessons', ru: 'Уроки' },
  },
  admin: {
    group: { en: 'School', ru: 'Школа' },
    description: {
      en: 'Open to those enrolled in the course; a free preview is open to everybody.',
      ru: 'Открыты записанным на курс; урок с бесплатным просмотром открыт всем.',
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'course', 'order', 'durationMinutes', 'freePreview', '_status'],
    listSearchableFields: ['title'],
  },
  access: {
    create: isAdminOrManager,
    read: readLessons,
    readVersions: isStaff,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: ['course', 'order'],
  indexes: [{ fields: ['course', 'order'] }],
  versions: { drafts: { autosave: { interval: 2000 } }, maxPerDoc: 50 },
  hooks: {
    beforeOperation: [rememberAutosave],
    beforeChange: [keepLessonInCourse, numberLesson],
    afterChange: [recountAfterSave],
    beforeDelete: [lessonRemoval.beforeDelete],
    afterDelete: [lessonRemoval.afterDelete],
  },
  fields: lessonFields,
}
