import { landingText } from './landingText.ts'
import styles from './page.module.css'
import { visitorLanguage } from './visitorLanguage.ts'

/** What a visitor of `/` sees: what this is and where to go. */
export default async function LandingPage() {
  const text = landingText[await visitorLanguage()]
  return (
    <main className={styles['page']}>
      <h1 className={styles['title']}>FlowMasters</h1>
      <p className={styles['lead']}>{text.lead}</p>
      <ol className={styles['flow']} aria-label={text.flowLabel}>
        {text.flow.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <nav aria-label={text.linksLabel}>
        <ul className={styles['links']}>
          {text.links.map(({ href, title, description }) => (
            <li key={href}>
              <a href={href}>
                <strong>{title}</strong>
                <span>{description}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </main>
  )
}
