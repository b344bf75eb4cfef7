import type { ReactNode } from 'react'

/** One line of a list of facts; nothing when there is nothing to say. */
export function Fact({ children, label }: { children: ReactNode; label: string }) {
  if (children === null || children === undefined || children === '' || children === false) {
    return null
  }
  return (
    <div className="fm-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
