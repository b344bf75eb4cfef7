import type { Payload } from 'payload'

import { StatusPill } from '../elements/StatusPill.tsx'
import { adminUrl } from '../lists/adminUrl.ts'
import type { Texts } from '../texts/en.ts'
import type { Listener } from './listenersStore.ts'

/** The subscriptions that a type reaches, those that are switched off too, marked as such. */
export function ListenerList({
  listeners,
  payload,
  texts,
}: {
  listeners: readonly Listener[]
  payload: Payload
  texts: Texts
}) {
  const words = texts.catalogue
  if (listeners.length === 0) return <p className="fm-muted">{words.nobody}</p>
  return (
    <ul className="fm-plainlist">
      {listeners.map(({ id, isEnabled, isFiltered, name }) => (
        <li className="fm-inline" key={id}>
          <a className="fm-textlink" href={adminUrl(payload, 'event-subscriptions', id)}>
            {name}
          </a>
          {isFiltered && <span className="fm-muted">{words.filtered}</span>}
          {!isEnabled && <StatusPill tone="quiet">{words.switchedOff}</StatusPill>}
        </li>
      ))}
    </ul>
  )
}
