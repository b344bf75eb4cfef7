import type { PayloadRequest, SanitizedPermissions } from 'payload'

import type { AnyEventDefinition } from '../../event-catalogue/eventDefinition.ts'
import { sampleEnvelope } from '../../event-catalogue/sampleEnvelope.ts'
import { toJsonSchema } from '../../event-catalogue/toJsonSchema.ts'
import { getRuntime } from '../../runtime/getRuntime.ts'
import { CopyButton } from '../elements/CopyButton.tsx'
import { JsonBlock } from '../elements/JsonBlock.tsx'
import { adminUrl } from '../lists/adminUrl.ts'
import { adminPages } from '../pages/adminPages.ts'
import { mayManage } from '../pages/mayRead.ts'
import { pageHref } from '../pages/pageHref.ts'
import { asName } from '../texts/asName.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'
import { textsFor } from '../texts/textsFor.ts'
import { Section } from '../views/Section.tsx'
import type { TypeUsage } from './catalogueUsageStore.ts'
import { EventFieldTable } from './EventFieldTable.tsx'
import { EventTypeFacts } from './EventTypeFacts.tsx'
import type { Listener } from './listenersStore.ts'
import { ListenerList } from './ListenerList.tsx'

/** Everything there is to know about one type of event. */
export function EventTypeDetails({
  definition,
  listeners,
  permissions,
  req,
  usage,
}: {
  definition: AnyEventDefinition
  listeners: readonly Listener[]
  permissions: SanitizedPermissions
  req: PayloadRequest
  usage: TypeUsage | undefined
}) {
  const { payload } = req
  const { language } = req.i18n
  const texts = textsFor(language)
  const words = texts.catalogue
  const { type } = definition
  const emitters = getRuntime(payload).emittersOf(type)
  const api = payload.config.routes.api
  return (
    <article className="fm-view__part" data-type={type}>
      <p className="fm-split__back">
        <a className="fm-textlink" href={pageHref(payload, adminPages.catalogue)}>
          {texts.pages.back}
        </a>
      </p>
      <section className="fm-card">
        <h2 className="fm-card__title">{asName(pickLocalised(definition.summary, language))}</h2>
        <p className="fm-inline">
          <code className="fm-type">{type}</code>
          <CopyButton label={words.copyType} text={type} />
        </p>
        <p className="fm-below">
          <strong>{words.firesWhen}:</strong> {pickLocalised(definition.firesWhen, language)}
        </p>
        <EventTypeFacts
          definition={definition}
          emitters={emitters}
          language={language}
          payload={payload}
          usage={usage}
        />
        <p className="fm-inline fm-below">
          <a
            className="fm-textlink"
            href={`${adminUrl(payload, 'event-logs')}?where[or][0][and][0][type][equals]=${type}`}
          >
            {words.log}
          </a>
          {mayManage(permissions) && (
            <a
              className="fm-textlink"
              href={`${adminUrl(payload, 'event-subscriptions', 'create')}?event=${type}`}
            >
              {words.subscribe}
            </a>
          )}
        </p>
      </section>
      <Section title={words.listening}>
        <ListenerList listeners={listeners} payload={payload} texts={texts} />
      </Section>
      <Section title={words.fields}>
        <EventFieldTable definition={definition} emitters={emitters} req={req} />
      </Section>
      <Section title={words.sample}>
        <JsonBlock label={words.sample} value={sampleEnvelope(definition, emitters[0])} />
      </Section>
      <Section title={words.schema}>
        <details className="fm-fold">
          <summary>{words.schemaOpen}</summary>
          <JsonBlock label={words.schema} value={toJsonSchema(definition)} />
        </details>
        <p className="fm-muted fm-below">
          {words.forCode}{' '}
          <a className="fm-textlink" href={`${api}/events/catalogue`}>
            JSON
          </a>
          {', '}
          <a className="fm-textlink" href={`${api}/events/asyncapi.json`}>
            AsyncAPI
          </a>
        </p>
      </Section>
    </article>
  )
}
