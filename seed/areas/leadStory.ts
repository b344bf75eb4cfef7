import type { SeedContext } from '../seedContext.ts'
import type { SeedStep } from '../support/planter.ts'

type LeadStatus = 'new' | 'in_work' | 'qualified' | 'won' | 'lost'

/** How a lead came to its status, step by step. */
export function leadStory(
  { manager: by, planter: { moments }, staff }: SeedContext,
  { at, status }: { at: string; status: LeadStatus },
): SeedStep[] {
  const step = (minutes: number, data: Record<string, unknown>): SeedStep => ({
    at: moments.after(at, minutes),
    by,
    data,
  })
  if (status === 'new') return []
  const taken = step(50, { status: 'in_work', assignee: staff.dmitry })
  if (status === 'in_work') return [taken, step(70, { nextContactAt: moments.ahead(1, 11) })]
  if (status === 'lost') {
    return [taken, step(4_300, { status, lostReason: 'price', lostComment: 'Дорого, подумают.' })]
  }
  const qualified = step(1_500, { status: 'qualified', tags: ['бюджет есть'] })
  return status === 'won' ? [taken, qualified, step(5_000, { status })] : [taken, qualified]
}
