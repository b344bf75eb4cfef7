import type { ReactNode } from 'react'

/** A titled part of a page. */
export function Section({ children, title }: { children: ReactNode; title: string }) {
  return (
    <section className="fm-card">
      <h3 className="fm-card__title">{title}</h3>
      {children}
    </section>
  )
}
