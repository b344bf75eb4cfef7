'use client'

import { useId, useState } from 'react'

import type { Json } from '../../kernel/json.ts'
import { isRecord } from '../elements/isRecord.ts'
import { textOf } from '../elements/textOf.ts'
import type { Texts } from '../texts/en.ts'

/** A filter as JSON text, checked by the filter language's own parser while it is typed. */
export function FilterJson({
  isReadOnly,
  label,
  onChange,
  texts,
  value,
}: {
  isReadOnly: boolean
  label: string
  onChange: (value: Json) => void
  texts: Texts
  value: unknown
}) {
  const [draft, setDraft] = useState(() => JSON.stringify(value ?? [], null, 2))
  const [problem, setProblem] = useState<string | null>(null)
  const problemId = useId()
  const change = async (text: string) => {
    setDraft(text)
    try {
      const parsed: Json = JSON.parse(text)
      onChange(parsed)
      setProblem(await filterProblem(parsed))
    } catch {
      // Handed on as it is: the server refuses it, whereas keeping the last good filter would lose the typing silently.
      onChange(text)
      setProblem(texts.filter.jsonInvalid)
    }
  }
  return (
    <div className="fm-filter__json">
      <textarea
        aria-describedby={problemId}
        aria-invalid={problem !== null}
        aria-label={label}
        disabled={isReadOnly}
        onChange={({ target }) => void change(target.value)}
        rows={Math.min(24, draft.split('\n').length + 2)}
        spellCheck={false}
        value={draft}
      />
      <p aria-live="polite" className="fm-problem" id={problemId}>
        {problem}
      </p>
    </div>
  )
}

/** Loaded when first needed: the expression compiler behind the parser is large. */
async function filterProblem(filter: Json): Promise<string | null> {
  const { parseFilter } = await import('../../subscription-filter/parseFilter.ts')
  try {
    parseFilter(filter)
    return null
  } catch (error) {
    const details = isRecord(error) && isRecord(error['details']) ? error['details'] : {}
    return `${textOf(details['path']) ?? ''}: ${textOf(details['expected']) ?? String(error)}`
  }
}
