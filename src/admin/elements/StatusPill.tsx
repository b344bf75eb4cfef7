import type { ReactNode } from 'react'

import type { Tone } from './statusTone.ts'

/** A small coloured label; usable in server and client components. */
export function StatusPill({ children, tone }: { children: ReactNode; tone: Tone }) {
  return <span className={`fm-pill fm-pill--${tone}`}>{children}</span>
}
