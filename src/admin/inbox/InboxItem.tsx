'use client'

import { Link, useConfig } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import type { NotificationView } from '../../inbox/notificationView.ts'
import { relativeTime } from '../elements/relativeTime.ts'
import { useTexts } from '../texts/useTexts.ts'
import { LevelIcon } from './LevelIcon.tsx'

/** One notification: to be opened where it leads somewhere, to be marked as read where it does not. */
export function InboxItem({
  notification,
  now,
  onOpen,
}: {
  notification: NotificationView
  /** Milliseconds since the epoch. */
  now: number
  onOpen: (notification: NotificationView) => void
}) {
  const { language, texts } = useTexts()
  const { createdAt, level, link, readAt, text, title } = notification
  const isUnread = readAt === null
  const at = Date.parse(createdAt)
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className={`fm-inbox__item${isUnread ? ' fm-inbox__item--unread' : ''}`}>
      <Door link={link} onOpen={() => onOpen(notification)}>
        <LevelIcon level={level} />
        <span className="fm-inbox__words">
          <span className="fm-inbox__title">
            <span className="fm-hidden">
              {isUnread && `${texts.inbox.unreadOne}, `}
              {texts.inbox.level[level]}:{' '}
            </span>
            {title}
          </span>
          {text !== '' && <span className="fm-inbox__text">{text}</span>}
          <time className="fm-inbox__time" dateTime={createdAt} title={exact.format(at)}>
            {relativeTime({ at: Math.min(at, now), now, language })}
          </time>
        </span>
        {isUnread && <span aria-hidden="true" className="fm-inbox__dot" />}
      </Door>
    </li>
  )
}

/** A page of the admin opens in place, any other in a tab of its own. */
function Door({
  children,
  link,
  onOpen,
}: {
  children: ReactNode
  link: string | null
  onOpen: () => void
}) {
  const { config } = useConfig()
  const className = 'fm-inbox__door'
  if (link === null) {
    return (
      <button className={className} onClick={onOpen} type="button">
        {children}
      </button>
    )
  }
  const { admin } = config.routes
  if (link === admin || link.startsWith(`${admin}/`)) {
    return (
      <Link className={className} href={link} onClick={onOpen} prefetch={false}>
        {children}
      </Link>
    )
  }
  return (
    <a className={className} href={link} onClick={onOpen} rel="noopener noreferrer" target="_blank">
      {children}
    </a>
  )
}
