import type { BeforeListTableServerProps } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { mayManage } from '../pages/mayRead.ts'
import { textsFor } from '../texts/textsFor.ts'
import { countDeadLetters } from './deadLettersStore.ts'
import { latestRun } from './latestRunStore.ts'
import { RunButtons } from './RunButtons.tsx'
import { RunProgress } from './RunProgress.tsx'

/** Above the list of replays: how far the last one is, and a button that sends again what failed for good. */
export async function ReplayPanel({ i18n, payload, permissions }: BeforeListTableServerProps) {
  const { language } = i18n
  const { runs: words } = textsFor(language)
  const run = await latestRun(payload, 'replays')
  const dead = await countDeadLetters(await sqlOfRequest(payload))
  const isMoving = run?.status === 'pending' || run?.status === 'running'
  return (
    <section className="fm-section">
      {run && (
        <RunProgress
          heading={words.lastReplay}
          language={language}
          outcome={words.sentAgain}
          run={run}
        />
      )}
      {mayManage(permissions) && (
        <RunButtons
          buttons={[
            ...(isMoving
              ? [
                  {
                    label: words.stopReplay,
                    path: `/events/replays/${encodeURIComponent(run.id)}/cancel`,
                    body: {},
                    done: words.stopped,
                  },
                ]
              : []),
            ...(dead > 0
              ? [
                  {
                    label: words.sendDead(dead),
                    path: '/events/replay',
                    body: { deadLetters: true },
                    done: words.asked,
                    question: words.sendDeadQuestion(dead),
                  },
                ]
              : []),
          ]}
          cancel={words.cancel}
        />
      )}
      {dead === 0 && <p className="fm-muted">{words.noDead}</p>}
    </section>
  )
}
