import type { TextField } from 'payload'

/** The student's address as a title and for the search, read through the relation and stored nowhere. */
export const studentEmail: TextField = {
  name: 'student',
  type: 'text',
  virtual: 'user.email',
  label: { en: 'Student', ru: 'Ученик' },
  admin: { hidden: true },
}
