import type { DocumentViewServerProps } from 'payload'

import { Fact } from '../elements/Fact.tsx'
import { jobStatus } from '../elements/jobStatus.ts'
import { RefreshWhile } from '../elements/RefreshWhile.tsx'
import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { textOf } from '../elements/textOf.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'
import { documentView } from './documentView.ts'
import { JobControls } from './JobControls.tsx'
import { JobRuns } from './JobRuns.tsx'
import { Section } from './Section.tsx'
import { ViewFrame } from './ViewFrame.tsx'

/** One scheduled job: how it stands, when it runs, its last runs, and the buttons that run and switch it. */
export async function ScheduledJobView(props: DocumentViewServerProps) {
  const { canManage, doc, find, language, req, texts } = documentView(props)
  const name = textOf(doc['id']) ?? ''
  const isEnabled = doc['enabled'] !== false
  const status = jobStatus(doc, Date.now())
  const words = texts.schedule
  const runs = await find({
    collection: 'scheduled-runs',
    where: { job: { equals: name } },
    sort: '-id',
  })
  const nextRunAt = isEnabled ? textOf(doc['nextRunAt']) : undefined
  const resumedAt = textOf(doc['resumedAt'])
  const isMoving = status === 'running' || status === 'requested'
  const maySwitch = !(req.user && 'role' in req.user && req.user['role'] !== 'admin')
  return (
    <ViewFrame title={pickLocalised(doc['label'], language) || name}>
      <RefreshWhile isMoving={isMoving} />
      <Section title={words.story}>
        <div className="fm-story">
          <StatusPill tone={statusTone(status)}>{texts.status[status] ?? status}</StatusPill>
          <span>{words.lines[status]}</span>
          {canManage && <JobControls isEnabled={isEnabled} maySwitch={maySwitch} name={name} />}
        </div>
        <dl className="fm-facts">
          <Fact label={words.name}>{name}</Fact>
          <Fact label={words.schedule}>{pickLocalised(doc['schedule'], language)}</Fact>
          <Fact label={words.nextRun}>{nextRunAt && <TimeAgo at={nextRunAt} />}</Fact>
          <Fact label={words.failures}>{textOf(doc['failures'])}</Fact>
          <Fact label={words.resumed}>{resumedAt && <TimeAgo at={resumedAt} />}</Fact>
        </dl>
      </Section>
      <Section title={words.runs}>
        <JobRuns runs={runs} texts={texts} />
      </Section>
    </ViewFrame>
  )
}
