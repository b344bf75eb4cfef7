import { StatusPill } from '../elements/StatusPill.tsx'
import { statusTone } from '../elements/statusTone.ts'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { textOf } from '../elements/textOf.ts'
import type { Texts } from '../texts/en.ts'

/** The last runs of a scheduled job, newest first. */
export function JobRuns({ runs, texts }: { runs: Record<string, unknown>[]; texts: Texts }) {
  const words = texts.schedule
  if (runs.length === 0) return <p className="fm-muted">{words.noRuns}</p>
  return (
    <div className="fm-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.start}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.why}</th>
            <th scope="col">{texts.exchange.took}</th>
            <th scope="col">{words.found}</th>
            <th scope="col">{words.emitted}</th>
            <th scope="col">{words.error}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <JobRun key={textOf(run['id'])} run={run} texts={texts} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function JobRun({ run, texts }: { run: Record<string, unknown>; texts: Texts }) {
  const text = (name: string): string => textOf(run[name]) ?? ''
  const outcome = text('outcome')
  const trigger = text('trigger')
  const who = text('requestedBy')
  const { askedBy, triggers } = texts.schedule
  const took = run['durationMs']
  return (
    <tr>
      <td>
        <TimeAgo at={text('startedAt')} />
      </td>
      <td>
        <StatusPill tone={statusTone(outcome)}>{texts.status[outcome] ?? outcome}</StatusPill>
      </td>
      <td>{who ? askedBy(who) : (triggers[trigger] ?? trigger)}</td>
      <td>{typeof took === 'number' ? texts.exchange.ms(took) : '—'}</td>
      <td>{text('found')}</td>
      <td>{text('emitted')}</td>
      <td>{text('error')}</td>
    </tr>
  )
}
