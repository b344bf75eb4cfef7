import { projects } from '../data/deals.ts'
import type { SeedContext } from '../seedContext.ts'
import { inLanes } from '../support/inLanes.ts'

type Project = (typeof projects)[number]

const leads: Readonly<Record<string, string>> = {
  'bereg-office': 'call-1',
  'ugol-training': 'call-2',
  'volga-breakfast': 'call-4',
}

/** The agency's projects and tasks; some tasks are overdue. */
export async function seedProjects(context: SeedContext): Promise<void> {
  await inLanes(projects, (project, index) => plantProject(context, project, index))
}

async function plantProject(context: SeedContext, project: Project, index: number): Promise<void> {
  const { customers, manager: by, planter, staff } = context
  const { moments } = planter
  const { budget, deadline, name, status, tasks, title } = project
  const lead = leads[name]
  const isOver = status === 'completed' || status === 'on_hold'
  const id = await planter.plant({
    collection: 'service-projects',
    name,
    at: moments.ago(18 - index, 10),
    by,
    data: {
      title,
      status: isOver ? 'in_progress' : status,
      manager: staff.dmitry,
      team: [staff.timur, staff.olga],
      deadline: moments.ahead(deadline, 18),
      budget: { amount: budget, currency: 'RUB' },
      ...(lead ? { lead: planter.id('leads', lead) } : { client: customers[index]?.id }),
    },
  })
  for (const [place, task] of tasks.entries()) {
    await plantTask(context, { project: id, name: `${name}-${place + 1}`, task, index, place })
  }
  if (!isOver) return
  await planter.amend('service-projects', name, {
    at: moments.ago(1, 18, index),
    by,
    data: { status },
  })
}

type TaskFacts = {
  project: number
  name: string
  task: Project['tasks'][number]
  index: number
  place: number
}

async function plantTask(context: SeedContext, facts: TaskFacts): Promise<void> {
  const { manager: by, planter, staff } = context
  const { index, name, place, project } = facts
  const [title, status, due] = facts.task
  const { moments } = planter
  const doneAt = moments.ago(Math.max(1, 1 - due), 16, place)
  await planter.plant({
    collection: 'tasks',
    name,
    at: moments.ago(18 - index, 11, place * 7),
    by,
    data: {
      title,
      project,
      assignee: place % 2 === 0 ? staff.timur : staff.dmitry,
      dueAt: moments.ahead(due, 18),
      priority: due < 0 && status !== 'done' ? 'high' : 'normal',
    },
    story: status === 'todo' ? [] : [{ at: doneAt, by, data: { status } }],
  })
}
