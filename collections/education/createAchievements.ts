import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { staffOrOwner } from '../access/staffOrOwner.ts'
import { achievementFields } from './achievements/achievementFields.ts'
import { countAward } from './achievements/countAward.ts'
import { fillFromType } from './achievements/fillFromType.ts'
import { refuseSecondAward } from './achievements/refuseSecondAward.ts'

type AchievementsOptions = {
  /** Numbers of achievements that are a milestone for whoever reaches them. @default 5, 10, 25, 50, 100 */
  milestones?: readonly number[]
}

/**
 * What users have earned, one row per award. The smallest ones are `{ "user": 1, "title": "…" }` and
 * `{ "user": 1, "type": 1 }`.
 */
export function createAchievements({
  milestones = [5, 10, 25, 50, 100],
}: AchievementsOptions = {}): CollectionConfig {
  return {
    slug: 'achievements',
    labels: {
      singular: { en: 'Achievement', ru: 'Достижение' },
      plural: { en: 'Achievements', ru: 'Достижения' },
    },
    admin: {
      group: { en: 'School', ru: 'Школа' },
      description: { en: 'Who has earned what.', ru: 'Кто какие награды получил.' },
      useAsTitle: 'title',
      defaultColumns: ['title', 'user', 'points', 'isMilestone', 'number', 'earnedAt'],
      listSearchableFields: ['title', 'code'],
    },
    access: {
      create: isAdminOrManager,
      read: staffOrOwner('user'),
      update: isAdminOrManager,
      delete: isAdmin,
    },
    defaultSort: '-earnedAt',
    disableDuplicate: true,
    indexes: [{ fields: ['user', 'code'], unique: true }, { fields: ['user', 'earnedAt'] }],
    hooks: {
      beforeValidate: [fillFromType],
      beforeChange: [refuseSecondAward, countAward(milestones)],
    },
    fields: achievementFields,
  }
}
