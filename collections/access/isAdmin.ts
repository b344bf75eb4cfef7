import { hasRole } from './hasRole.ts'

/** Administrators only. */
export const isAdmin = hasRole('admin')
