import { staffOrOwner } from '../access/staffOrOwner.ts'

/** Staff see everybody, customers themselves, visitors nobody. */
export const readUsers = staffOrOwner('id')
