import { hasRole } from './hasRole.ts'

/** Everyone who may open the admin panel: administrators, managers and viewers. */
export const isStaff = hasRole('admin', 'manager', 'viewer')
