import type { Role } from '../../../collections/access/role.ts'
import { type BootedFlow, bootFlow } from '../flow/bootFlow.ts'
import type { Actor } from '../payload/createActor.ts'
import { createActor } from '../payload/createActor.ts'
import { createActors } from '../payload/createActors.ts'
import { type LoggedEvent, newEvents } from './newEvents.ts'

type Data = Record<string, unknown>

/** A booted school, nothing in it but one account of every role. */
export type SchoolWorld = BootedFlow & {
  as: Record<Role, Actor>
  /** A fresh customer. */
  student: () => Promise<Actor>
  /** Id of a published, free course without lessons. */
  course: (data?: Data) => Promise<number>
  /** Id of a published lesson. */
  lesson: (course: number, data?: Data) => Promise<number>
  enroll: (user: Pick<Actor, 'id'>, course: number, data?: Data) => Promise<number>
  progress: (user: Pick<Actor, 'id'>, lesson: number, data?: Data) => Promise<number>
  /** Ids of a student, a course of as many lessons, and the enrollment. */
  studying: (lessons?: number) => Promise<Studying>
  /** A row as everybody but the access rules sees it. */
  row: (collection: string, id: number) => Promise<Data>
  /** What `act` wrote into the log, as `type` in order. */
  types: (act: () => Promise<unknown>) => Promise<string[]>
  events: (act: () => Promise<unknown>) => Promise<LoggedEvent[]>
}

/** Somebody enrolled. */
export type Studying = { user: Actor; course: number; lessons: number[]; enrollment: number }

/** Boots the application with the engine; no worker runs. */
export async function openSchool(): Promise<SchoolWorld> {
  const app = await bootFlow({ worker: false })
  const as = await createActors(app.payload)
  const create = async (collection: string, data: Data): Promise<number> =>
    Number((await app.payload.create({ collection, data, depth: 0 })).id)

  const world: SchoolWorld = {
    ...app,
    as,
    student: () => createActor(app.payload, 'customer'),
    course: (data = {}) => create('courses', { title: 'Обжарка', _status: 'published', ...data }),
    lesson: (course, data = {}) =>
      create('lessons', { course, title: 'Урок', _status: 'published', ...data }),
    enroll: (user, course, data = {}) =>
      create('course-enrollments', { user: user.id, course, ...data }),
    progress: (user, lesson, data = {}) =>
      create('lesson-progress', { user: user.id, lesson, ...data }),
    studying: async (count = 2) => {
      const user = await world.student()
      const course = await world.course()
      const lessons: number[] = []
      for (let index = 0; index < count; index += 1) lessons.push(await world.lesson(course))
      return { user, course, lessons, enrollment: await world.enroll(user, course) }
    },
    row: async (collection, id) => ({
      ...(await app.payload.findByID({ collection, id, depth: 0 })),
    }),
    events: (act) => newEvents(app.sql, act),
    types: async (act) => (await newEvents(app.sql, act)).map(({ type }) => type),
  }
  return world
}
