import type { LocalMail } from '../../egress/mail/localMail.ts'
import { Fact } from '../elements/Fact.tsx'
import { JsonBlock } from '../elements/JsonBlock.tsx'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import type { Texts } from '../texts/en.ts'
import { Section } from '../views/Section.tsx'
import { framedHtml } from './framedHtml.ts'

/** One letter: who to whom, as designed, as text, and the header lines of the message. */
export function Letter({
  headers,
  mail,
  words,
}: {
  headers: string
  mail: LocalMail
  words: Texts['outbox']
}) {
  return (
    <article className="fm-view__part">
      <section className="fm-card">
        <h2 className="fm-card__title">{mail.subject || words.noSubject}</h2>
        {mail.isPrivate && <p className="fm-muted">{words.privateHint}</p>}
        <dl className="fm-facts">
          <Fact label={words.to}>{mail.to.join(', ')}</Fact>
          <Fact label={words.from}>{mail.from}</Fact>
          <Fact label={words.replyTo}>{mail.replyTo}</Fact>
          <Fact label={words.kept}>
            <TimeAgo at={mail.keptAt} />
          </Fact>
          <Fact label={words.attachments}>
            {mail.attachments
              .map(({ bytes, filename }) => words.attached(filename, Math.ceil(bytes / 1024)))
              .join(', ')}
          </Fact>
          <Fact label={words.messageId}>
            <code>{mail.messageId}</code>
          </Fact>
          <Fact label={words.file}>
            <code>{mail.id}.eml</code>
          </Fact>
        </dl>
      </section>
      {mail.html !== null && (
        <Section title={words.html}>
          <iframe
            className="fm-letter"
            referrerPolicy="no-referrer"
            sandbox=""
            srcDoc={framedHtml(mail.html)}
            title={words.frame}
          />
        </Section>
      )}
      <Section title={words.text}>
        <JsonBlock label={words.text} value={mail.text} />
      </Section>
      {headers !== '' && (
        <Section title={words.headers}>
          <JsonBlock label={words.headers} value={headers} />
        </Section>
      )}
    </article>
  )
}
