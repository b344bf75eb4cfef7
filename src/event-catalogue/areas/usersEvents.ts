import { userInactive30d } from '../events/users/userInactive30d.ts'
import { userInactive7d } from '../events/users/userInactive7d.ts'
import { userLogin } from '../events/users/userLogin.ts'
import { userLogout } from '../events/users/userLogout.ts'
import { userRegistered } from '../events/users/userRegistered.ts'
import { userReturned } from '../events/users/userReturned.ts'
import { userUpdated } from '../events/users/userUpdated.ts'

/** Accounts. */
export const usersEvents = [
  userRegistered,
  userUpdated,
  userLogin,
  userLogout,
  userInactive7d,
  userInactive30d,
  userReturned,
] as const
