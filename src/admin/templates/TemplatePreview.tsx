'use client'

import { Button, toast, useFormFields, useLocale } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from '../elements/textOf.ts'
import { useEventsApi } from '../elements/useEventsApi.ts'
import { useTexts } from '../texts/useTexts.ts'

const parts = ['subject', 'text', 'html', 'buttonText', 'buttonUrl'] as const

/** The message as the form holds it now, filled in with a sample or a logged event, in any language of the site. */
export function TemplatePreview() {
  const { texts } = useTexts()
  const call = useEventsApi()
  const locale = useLocale()
  const eventField = useId()
  const values = useFormFields(([fields]) => fields)
  const [eventId, setEventId] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Record<string, unknown> | null>(null)
  const show = async () => {
    setBusy(true)
    const written = Object.fromEntries(parts.map((part) => [part, textOf(values[part]?.value)]))
    const type = textOf(values['event']?.value)
    const result = await call('/events/templates/preview', {
      ...written,
      locale: locale.code,
      ...(eventId.trim() === '' ? (type ? { type } : {}) : { eventId: eventId.trim() }),
    })
    setBusy(false)
    if (result.isOk) setAnswer(isRecord(result.body) ? result.body : null)
    else toast.error(result.message)
  }
  const { preview } = texts
  return (
    <section aria-busy={isBusy} className="field-type fm-card">
      <h3 className="fm-card__title">{preview.title}</h3>
      <p className="fm-muted">{preview.hint}</p>
      <div className="fm-inline">
        <label htmlFor={eventField}>{preview.eventId}</label>
        <input
          id={eventField}
          onChange={({ target }) => setEventId(target.value)}
          placeholder="evt_…"
          spellCheck={false}
          type="text"
          value={eventId}
        />
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={show}
          size="medium"
        >
          {preview.show}
        </Button>
      </div>
      <div aria-live="polite">{answer && <Preview answer={answer} />}</div>
    </section>
  )
}

function Preview({ answer }: { answer: Record<string, unknown> }) {
  const { texts } = useTexts()
  const rendered = isRecord(answer['rendered']) ? answer['rendered'] : {}
  const problems = Array.isArray(answer['problems']) ? answer['problems'].filter(isRecord) : []
  const missing = Array.isArray(answer['missing']) ? answer['missing'].map(String) : []
  const html = textOf(rendered['html'])
  return (
    <>
      {problems.map((problem) => (
        <p className="fm-problem" key={String(problem['part'])}>
          {String(problem['part'])}: {textOf(problem['reasonText']) ?? textOf(problem['reason'])}
        </p>
      ))}
      {missing.length > 0 && (
        <p>
          {texts.preview.missing} <code>{missing.join(', ')}</code>
        </p>
      )}
      <p>
        <strong>{textOf(rendered['subject'])}</strong>
      </p>
      <pre className="fm-preview">{textOf(rendered['text'])}</pre>
      {textOf(rendered['buttonText']) && (
        <p>
          [{textOf(rendered['buttonText'])}] <code>{textOf(rendered['buttonUrl'])}</code>
        </p>
      )}
      {html && (
        <iframe
          className="fm-preview__html"
          height={420}
          // Nothing in a mail may run or load in the admin.
          sandbox=""
          srcDoc={html}
          title={texts.preview.title}
          width="100%"
        />
      )}
    </>
  )
}
