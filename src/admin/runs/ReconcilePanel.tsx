import type { BeforeListTableServerProps } from 'payload'

import { mayManage } from '../pages/mayRead.ts'
import { textsFor } from '../texts/textsFor.ts'
import { latestRun } from './latestRunStore.ts'
import { countOpenGaps } from './openGapsStore.ts'
import { RunButtons } from './RunButtons.tsx'
import { RunProgress } from './RunProgress.tsx'

/** Above the lists of gaps and of comparisons: how the last one went, and the buttons for the next. */
export async function ReconcilePanel({ i18n, payload, permissions }: BeforeListTableServerProps) {
  const { language } = i18n
  const { runs: words } = textsFor(language)
  const run = await latestRun(payload, 'reconciliations')
  const open = await countOpenGaps(payload)
  const isTelling = run?.action === 'publish'
  return (
    <section className="fm-section">
      {run && (
        <RunProgress
          heading={isTelling ? words.lastTelling : words.lastComparison}
          language={language}
          outcome={isTelling ? words.told : words.found}
          run={run}
        />
      )}
      {mayManage(permissions) && (
        <RunButtons
          buttons={[
            {
              label: words.compare,
              path: '/events/reconcile',
              body: { action: 'find' },
              done: words.asked,
            },
            ...(open > 0
              ? [
                  {
                    label: words.tellAll(open),
                    path: '/events/reconcile',
                    body: { action: 'publish' },
                    done: words.asked,
                    question: words.tellQuestion(open),
                  },
                ]
              : []),
          ]}
          cancel={words.cancel}
        />
      )}
    </section>
  )
}
