import { hasRole } from './hasRole.ts'

/** Those who run the shop: administrators and managers. */
export const isAdminOrManager = hasRole('admin', 'manager')
