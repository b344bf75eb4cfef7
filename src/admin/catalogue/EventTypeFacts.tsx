import type { Payload } from 'payload'

import type { AnyEventDefinition } from '../../event-catalogue/eventDefinition.ts'
import type { EventEmitter } from '../../event-catalogue/eventEmitter.ts'
import { Fact } from '../elements/Fact.tsx'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { adminUrl } from '../lists/adminUrl.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'
import { textsFor } from '../texts/textsFor.ts'
import type { TypeUsage } from './catalogueUsageStore.ts'

/** Where a type belongs and how often it happened lately. */
export function EventTypeFacts({
  definition,
  emitters,
  language,
  payload,
  usage,
}: {
  definition: AnyEventDefinition
  emitters: readonly EventEmitter[]
  language: string
  payload: Payload
  usage: TypeUsage | undefined
}) {
  const { catalogue: words } = textsFor(language)
  const number = new Intl.NumberFormat(language)
  const collections = payload.config.collections.filter(({ slug }) =>
    emitters.some(({ collection }) => collection === slug),
  )
  return (
    <dl className="fm-facts fm-below">
      <Fact label={words.day}>{number.format(usage?.day ?? 0)}</Fact>
      <Fact label={words.week}>{number.format(usage?.week ?? 0)}</Fact>
      <Fact label={words.last}>
        {usage ? <TimeAgo at={new Date(usage.lastAt).toISOString()} /> : words.never}
      </Fact>
      <Fact label={words.area}>{pickLocalised(definition.area.label, language)}</Fact>
      <Fact label={words.collections}>
        {collections.length > 0 &&
          collections.map(({ labels, slug }) => (
            <a className="fm-textlink fm-item" href={adminUrl(payload, slug)} key={slug}>
              {pickLocalised(labels.plural, language) || slug}
            </a>
          ))}
      </Fact>
      <Fact label={words.version}>{definition.version}</Fact>
    </dl>
  )
}
