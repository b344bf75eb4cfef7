'use client'

import { useCallback, useContext, useEffect, useId, useRef, useState } from 'react'

import { useTexts } from '../texts/useTexts.ts'
import { BellIcon } from './BellIcon.tsx'
import { InboxPanel } from './InboxPanel.tsx'
import { inboxContext } from './inboxContext.ts'
import { useDismiss } from './useDismiss.ts'

/** The bell of the header: how many notifications wait, and the newest ones on a press. */
export function InboxBell() {
  const { texts } = useTexts()
  const { unread } = useContext(inboxContext)
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panelId = useId()
  const dismiss = useCallback((by: 'escape' | 'elsewhere') => {
    setOpen(false)
    if (by === 'escape') button.current?.focus()
  }, [])
  useDismiss(root, isOpen, dismiss)
  useEffect(() => {
    if (isOpen) document.getElementById(panelId)?.focus()
  }, [isOpen, panelId])
  const count = unread ?? 0
  const label = count === 0 ? texts.inbox.title : texts.inbox.withUnread(count)
  return (
    <div className="fm-bell" ref={root}>
      <button
        aria-controls={isOpen ? panelId : undefined}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-label={label}
        className="fm-bell__button"
        onClick={() => setOpen(!isOpen)}
        ref={button}
        title={label}
        type="button"
      >
        <BellIcon />
        {count > 0 && (
          <span aria-hidden="true" className="fm-bell__count">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </button>
      <span className="fm-hidden" role="status">
        {count === 0 ? '' : texts.inbox.unreadCount(count)}
      </span>
      {isOpen && <InboxPanel id={panelId} onClose={() => setOpen(false)} />}
    </div>
  )
}
