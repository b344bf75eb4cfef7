'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { NotificationView } from '../../inbox/notificationView.ts'
import { useTexts } from '../texts/useTexts.ts'
import { InboxItem } from './InboxItem.tsx'
import { useInboxList } from './useInboxList.ts'

/** The newest notifications, below the bell. */
export function InboxPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { texts } = useTexts()
  const { config } = useConfig()
  const { list, markAll, markRead, problem } = useInboxList()
  const open = (notification: NotificationView): void => {
    if (notification.readAt === null) void markRead([notification.id])
    if (notification.link !== null) onClose()
  }
  const all = formatAdminURL({
    adminRoute: config.routes.admin,
    path: '/collections/notifications',
  })
  return (
    <div aria-label={texts.inbox.title} className="fm-inbox" id={id} role="dialog" tabIndex={-1}>
      <div className="fm-inbox__head">
        <strong>{texts.inbox.title}</strong>
        {list !== null && list.unread > 0 && (
          <button className="fm-inbox__all" onClick={() => void markAll()} type="button">
            {texts.inbox.markAll}
          </button>
        )}
      </div>
      <PanelBody list={list?.notifications ?? null} onOpen={open} problem={problem} />
      <div className="fm-inbox__foot">
        <Link className="fm-textlink" href={all} onClick={onClose} prefetch={false}>
          {texts.inbox.seeAll}
        </Link>
      </div>
    </div>
  )
}

function PanelBody({
  list,
  onOpen,
  problem,
}: {
  list: readonly NotificationView[] | null
  onOpen: (notification: NotificationView) => void
  problem: string | null
}) {
  const { texts } = useTexts()
  if (problem !== null) return <p className="fm-inbox__note fm-problem">{problem}</p>
  if (list === null) return <p className="fm-inbox__note fm-muted">{texts.inbox.loading}</p>
  if (list.length === 0) return <p className="fm-inbox__note fm-muted">{texts.inbox.empty}</p>
  const now = Date.now()
  return (
    <ul className="fm-inbox__list">
      {list.map((notification) => (
        <InboxItem key={notification.id} notification={notification} now={now} onOpen={onOpen} />
      ))}
    </ul>
  )
}
