import type { InboxLevel } from '../../channels/inbox.ts'

const drawings: Record<InboxLevel, string> = {
  info: 'M8 7.2v4M8 4.8v.2',
  success: 'M4.8 8.3l2.2 2.2 4.2-4.6',
  warning: 'M8 4.6v4.2M8 11.2v.2',
  error: 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
}

/** The kind of a notification as a sign; its word stands beside it for those who do not see it. */
export function LevelIcon({ level }: { level: InboxLevel }) {
  return (
    <svg
      aria-hidden="true"
      className={`fm-inbox__level fm-inbox__level--${level}`}
      fill="none"
      viewBox="0 0 16 16"
    >
      <circle cx="8" cy="8" r="7" />
      <path d={drawings[level]} />
    </svg>
  )
}
