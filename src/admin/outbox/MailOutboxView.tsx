import type { AdminViewServerProps } from 'payload'

import { getRuntime } from '../../runtime/getRuntime.ts'
import { textOf } from '../elements/textOf.ts'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { AdminPage } from '../pages/AdminPage.tsx'
import { adminPages } from '../pages/adminPages.ts'
import { mayManage } from '../pages/mayRead.ts'
import { pageHref } from '../pages/pageHref.ts'
import { textsFor } from '../texts/textsFor.ts'
import { Letter } from './Letter.tsx'
import { mayReadLetter } from './mayReadLetter.ts'

const MOST_LETTERS = 100

/** `/admin/mail-outbox`: letters kept on this machine on the left, the one of `?letter=` on the right. */
export function MailOutboxView(view: AdminViewServerProps) {
  const { outbox: words } = textsFor(view.initPageResult.req.i18n.language)
  return (
    <AdminPage isAllowed={mayManage} path={adminPages.outbox} title={words.title} view={view}>
      {() => <Outbox view={view} />}
    </AdminPage>
  )
}

async function Outbox({ view }: { view: AdminViewServerProps }) {
  const { req } = view.initPageResult
  const { payload, user } = req
  const { outbox: words, pages } = textsFor(req.i18n.language)
  const { isSmtpConfigured, localOutbox } = getRuntime(payload)
  const id = textOf(view.searchParams?.['letter'])
  const [listed, read] = await Promise.all([
    localOutbox.list(MOST_LETTERS),
    id === undefined ? null : localOutbox.read(id),
  ])
  const letters = listed.filter((mail) => mayReadLetter(mail, user))
  const chosen = read && mayReadLetter(read.mail, user) ? read : null
  return (
    <>
      <p className="fm-muted">
        {isSmtpConfigured ? words.introSmtp : `${words.intro} ${words.configure}`}{' '}
        {letters.length === MOST_LETTERS && words.newest(MOST_LETTERS)}
      </p>
      {letters.length === 0 && id === undefined && <p className="fm-card">{words.empty}</p>}
      {(letters.length > 0 || id !== undefined) && (
        <div className={`fm-split${id === undefined ? '' : ' fm-split--open'}`}>
          <nav aria-label={words.list} className="fm-split__list fm-card">
            <ul className="fm-entries fm-split__scroll">
              {letters.map((mail) => (
                <li key={mail.id}>
                  <a
                    aria-current={mail.id === id ? 'true' : undefined}
                    className="fm-entry"
                    href={pageHref(payload, adminPages.outbox, { letter: mail.id })}
                  >
                    <span>{mail.subject || words.noSubject}</span>
                    <small>{mail.to.join(', ')}</small>
                    {mail.isPrivate && <small>{words.private}</small>}
                    <TimeAgo at={mail.keptAt} />
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="fm-split__main">
            <p className="fm-split__back">
              <a className="fm-textlink" href={pageHref(payload, adminPages.outbox)}>
                {pages.back}
              </a>
            </p>
            {chosen && <Letter {...chosen} words={words} />}
            {!chosen && (
              <p className="fm-card" role={id === undefined ? undefined : 'alert'}>
                {id === undefined ? words.choose : words.unknown}
              </p>
            )}
          </div>
        </div>
      )}
    </>
  )
}
