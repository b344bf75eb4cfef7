'use client'

import { Button, useFormFields } from '@payloadcms/ui'
import { useState } from 'react'

import type { Json } from '../../kernel/json.ts'
import { isRecord } from '../../kernel/isRecord.ts'
import { JsonBlock } from '../elements/JsonBlock.tsx'
import { textOf } from '../elements/textOf.ts'
import { useEventsApi } from '../elements/useEventsApi.ts'
import { isCovered } from '../eventPicker/eventChoices.ts'
import { useCatalogue } from '../eventPicker/useCatalogue.ts'
import { useTexts } from '../texts/useTexts.ts'
import { problemSentences } from './problemSentences.ts'

/** Shows what a mapping that is still being edited makes of an event. */
export function MappingPreview({ channel, mapping }: { channel: string; mapping: Json }) {
  const { texts } = useTexts()
  const call = useEventsApi()
  const { areas } = useCatalogue()
  const chosen = useFormFields(([fields]) => fields['events']?.value)
  const [eventId, setEventId] = useState('')
  const [answer, setAnswer] = useState<unknown>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const show = async () => {
    const type = firstType(
      chosen,
      areas.flatMap(({ types }) => types.map((known) => known.type)),
    )
    const id = eventId.trim()
    setAnswer(null)
    if (id === '' && type === undefined) return setProblem(texts.mapping.noEvent)
    const event = id === '' ? { type } : { eventId: id }
    const result = await call('/events/mapping/preview', { mapping, channel, ...event })
    setProblem(result.isOk ? null : result.message)
    if (result.isOk) setAnswer(result.body)
  }
  const { event, value } = isRecord(answer) ? answer : {}
  return (
    <div className="fm-mapping__preview">
      <div className="fm-inline">
        <input
          aria-label={texts.mapping.eventId}
          onChange={({ target }) => setEventId(target.value)}
          placeholder={texts.mapping.eventId}
          value={eventId}
        />
        <Button buttonStyle="secondary" margin={false} onClick={show} size="small">
          {texts.mapping.preview}
        </Button>
      </div>
      <div aria-live="polite">
        {problem !== null && <p className="fm-problem">{problem}</p>}
        {problemSentences(answer, texts).map((sentence) => (
          <p className="fm-problem" key={sentence}>
            {sentence}
          </p>
        ))}
        {isRecord(event) && (
          <JsonBlock
            label={texts.mapping.of(textOf(event['type']) ?? '', textOf(event['id']) ?? '')}
            value={value}
          />
        )}
      </div>
    </div>
  )
}

/** The first type that the chosen patterns stand for. */
function firstType(chosen: unknown, known: readonly string[]): string | undefined {
  const patterns = Array.isArray(chosen) ? chosen.map(String) : []
  return (
    known.find((type) => patterns.includes(type)) ?? known.find((type) => isCovered(type, patterns))
  )
}
