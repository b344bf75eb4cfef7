'use client'

import { useId, useState } from 'react'

import type { Json } from '../../kernel/json.ts'
import type { Texts } from '../texts/en.ts'

/** A value as JSON text, checked by its own parser while it is typed; `check` answers the problem, or null. */
export function CheckedJson({
  check,
  isReadOnly,
  label,
  onChange,
  texts,
  value,
}: {
  check: (value: Json) => Promise<string | null>
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
      setProblem(await check(parsed))
    } catch {
      // Handed on as it is: the server refuses it, whereas keeping the last good value would lose the typing silently.
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
