import type { SeedContext } from '../seedContext.ts'
import { createRandom, type Random } from '../support/createRandom.ts'
import type { SeedStep } from '../support/planter.ts'
import { plantPicture } from './plantPicture.ts'

const services = [
  {
    slug: 'tasting',
    ru: 'Дегустация для двоих',
    en: 'Tasting for two',
    minutes: 60,
    price: [2_400, 30],
    staff: ['olga', 'timur'],
    motif: 'cup',
  },
  {
    slug: 'machine-setup',
    ru: 'Настройка кофемашины',
    en: 'Machine setup',
    minutes: 90,
    price: [4_500, 55],
    staff: ['timur'],
    motif: 'pot',
  },
  {
    slug: 'bar-consulting',
    ru: 'Консультация по открытию бара',
    en: 'Opening a bar: consultation',
    minutes: 60,
    price: [6_000, 74],
    staff: ['anna'],
    motif: 'book',
  },
] as const

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => ({
  day,
  from: '10:00',
  to: '19:00',
}))
const people = [
  ['olga', 'Ольга, бариста-тренер'],
  ['timur', 'Тимур, мастер кофемашин'],
  ['anna', 'Анна, запуск кофеен'],
] as const

/** Services, working hours, and bookings past and to come. */
export async function seedBookings(context: SeedContext): Promise<void> {
  const { manager: by, planter, staff } = context
  const { moments } = planter
  for (const [person, name] of people) {
    await planter.plant({
      collection: 'staff-schedules',
      name: person,
      at: moments.ago(50, 10),
      same: { staffMember: { equals: staff[person] } },
      by,
      data: {
        staffMember: staff[person],
        name,
        timeZone: 'Europe/Moscow',
        hours: week,
        absences:
          person === 'timur'
            ? [
                {
                  from: moments.ahead(12, 0),
                  to: moments.ahead(15, 0),
                  reason: 'Чемпионат бариста',
                },
              ]
            : [],
      },
    })
  }
  for (const { en, minutes, motif, price, ru, slug, staff: who } of services) {
    const cover = await plantPicture(context, `service-${slug}`, { ru, en, motif })
    await planter.plant({
      collection: 'services',
      name: slug,
      at: moments.ago(49, 11),
      same: { slug: { equals: slug } },
      by,
      data: {
        title: ru,
        slug,
        cover,
        durationMinutes: minutes,
        bufferMinutes: 15,
        noticeMinutes: 120,
        price: { amount: price[0], currency: 'RUB' },
        staff: who.map((name) => staff[name]),
      },
      en: { title: en, price: { amount: price[1], currency: 'USD' } },
    })
  }
  for (let index = 0; index < 27; index += 1) await plantBooking(context, index)
}

async function plantBooking(context: SeedContext, index: number): Promise<void> {
  const { customers, planter, staff } = context
  const { moments } = planter
  const random = createRandom(`booking ${index}`)
  const service = services[index % services.length] ?? services[0]
  // Three a day at different people, from three weeks ago to the end of next week.
  const day = -21 + Math.floor(index / 3) * 4
  const hour = 10 + (index % 3) * 3
  const startsAt = moments.ahead(day, hour)
  const person = customers[(index * 11) % customers.length]
  const who = service.staff[index % service.staff.length] ?? service.staff[0]
  if (!person) return
  const isGuest = index % 3 === 2
  const at = day > 0 ? moments.ago(1, 9, index) : moments.ago(-day + 3, 12, index)
  await planter.plant({
    collection: 'bookings',
    name: `booking-${index + 1}`,
    at,
    data: {
      service: planter.id('services', service.slug),
      staffMember: staff[who],
      startsAt,
      source: random.one(['site', 'site', 'phone', 'messenger']),
      ...(isGuest
        ? { guest: { name: person.name, email: person.email, phone: person.phone } }
        : { customer: person.id }),
      ...(random.chance(0.3) ? { note: 'Придём с коллегой.' } : {}),
    },
    story: storyOf(context, { random, at, startsAt, isPast: day < 0 }),
  })
}

type Story = { random: Random; at: string; startsAt: string; isPast: boolean }

function storyOf(
  { manager: by, planter: { moments } }: SeedContext,
  { at, isPast, random, startsAt }: Story,
): SeedStep[] {
  const confirmed = { at: moments.after(at, 40), by, data: { status: 'confirmed' } }
  if (!isPast) return random.chance(0.6) ? [confirmed] : []
  const fate = random.one(['completed', 'completed', 'completed', 'no_show', 'cancelled'])
  if (fate === 'cancelled') {
    const data = { status: fate, cancellationReason: 'Клиент заболел.' }
    return [confirmed, { at: moments.after(at, 300), by, data }]
  }
  return [confirmed, { at: moments.after(startsAt, 95), by, data: { status: fate } }]
}
