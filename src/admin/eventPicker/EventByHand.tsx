'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { Texts } from '../texts/en.ts'

/** Types an event name in, for when the catalogue cannot be reached. The server checks it on saving. */
export function EventByHand({
  isReadOnly,
  onAdd,
  texts,
}: {
  isReadOnly: boolean
  onAdd: (value: string) => void
  texts: Texts
}) {
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() === '') return
    onAdd(text.trim())
    setText('')
  }
  return (
    <div className="fm-inline">
      <input
        aria-label={texts.picker.byHand}
        disabled={isReadOnly}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
        placeholder="order.paid"
        value={text}
      />
      <Button
        buttonStyle="secondary"
        disabled={isReadOnly}
        margin={false}
        onClick={add}
        size="small"
      >
        {texts.picker.add}
      </Button>
    </div>
  )
}
