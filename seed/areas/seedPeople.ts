import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'

import { slugify } from '../../collections/commerce/slugify.ts'
import { customerNames, team } from '../data/people.ts'
import type { Person, SeedContext } from '../seedContext.ts'
import { createRandom } from '../support/createRandom.ts'
import { inLanes } from '../support/inLanes.ts'
import type { Planter } from '../support/planter.ts'

/** How a new member of the team signs in. */
export type StaffAccess = { email: string; role: string; password: string }

type People = Pick<SeedContext, 'manager' | 'staff' | 'customers'> & { access: StaffAccess[] }

/** The team and its customers. Passwords are random: made-up accounts must be no way in. */
export async function seedPeople(payload: Payload, planter: Planter): Promise<People> {
  const access: StaffAccess[] = []
  const staff = { anna: 0, dmitry: 0, olga: 0, timur: 0 }
  for (const { name, phone, role, ru } of team) {
    const email = `${name}@zerno.example`
    const password = randomBytes(12).toString('base64url')
    const at = planter.moments.ago(75, 9)
    const before = planter.made()
    staff[name] = await planter.plant({
      collection: 'users',
      name,
      at,
      same: { email: { equals: email } },
      data: {
        email,
        password,
        name: ru,
        phone,
        role,
        locale: 'ru',
        lastActiveAt: planter.moments.ago(0, 9),
      },
    })
    if (planter.made() > before) access.push({ email, role, password })
  }
  const customers = customerNames.map((name, index) => personOf(name, index))
  const known: Person[] = []
  await inLanes(customers, async (person, index) => {
    const id = await planter.plant(customer(planter, person, index))
    known[index] = { ...person, id }
  })
  const manager = await payload.findByID({ collection: 'users', id: staff.anna, depth: 0 })
  return { access, staff, customers: known, manager: { ...manager, collection: 'users' } }
}

function personOf(name: string, index: number): Omit<Person, 'id'> {
  const email = `${slugify(name).replaceAll('-', '.')}@mail.example`
  const phone = `+7916${String(5_550_000 + index * 137).padStart(7, '0')}`
  return { name, email, phone, language: /^[A-Z]/.test(name) ? 'en' : 'ru' }
}

function customer(
  planter: Planter,
  { email, language, name, phone }: Omit<Person, 'id'>,
  index: number,
) {
  const random = createRandom(`customer ${name}`)
  const { ago } = planter.moments
  const age = 70 - Math.floor((index * 68) / customerNames.length)
  // Most were here this week; some have been away for a week, some for a month.
  const away = random.chance(0.6) ? random.between(0, 5) : random.one([9, 12, 20, 34])
  return {
    collection: 'users',
    name: email,
    at: ago(age, random.between(8, 21), random.between(0, 59)),
    same: { email: { equals: email } },
    data: {
      email,
      name,
      phone,
      locale: language,
      role: 'customer',
      password: randomBytes(18).toString('base64url'),
      lastActiveAt: ago(Math.min(away, age), random.between(8, 21)),
    },
  }
}
