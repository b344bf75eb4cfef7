import type { CheckboxFieldServerProps } from 'payload'

import { isRecord } from '../../kernel/isRecord.ts'
import { laneStates } from '../lists/laneStatesStore.ts'
import { LanePills } from './LanePills.tsx'
import { PauseButton } from './PauseButton.tsx'

/** The sidebar's pause switch, with what waits and which receivers are given a rest. */
export async function PauseField({ data, i18n, payload }: CheckboxFieldServerProps) {
  const doc: Record<string, unknown> = isRecord(data) ? data : {}
  if (doc['id'] === undefined) return null
  const id = String(doc['id'])
  const state = (await laneStates(payload)).get(id)
  return (
    <div className="field-type">
      <p className="fm-pills">
        <LanePills isPaused={false} language={i18n.language} state={state} />
      </p>
      <PauseButton id={id} isPaused={doc['isPaused'] === true} />
    </div>
  )
}
