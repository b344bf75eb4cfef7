const shown = [
  'id',
  'user',
  'course',
  'status',
  'progressPercent',
  'lessonsDone',
  'lessonsTotal',
  'startedAt',
  'completedAt',
  'lastProgressAt',
  'source',
] as const

/** What a student sees of an enrollment in the answers of endpoints; the school's notes are not among it. */
export function enrollmentAnswer(
  enrollment: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(shown.map((name) => [name, enrollment[name] ?? null]))
}
