'use client'

import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

/** A link of the admin's navigation, looking like Payload's own. */
export function NavLink({ href, label }: { href: string; label: string }) {
  const isActive = usePathname() === href
  return (
    <Link
      aria-current={isActive ? 'page' : undefined}
      className="nav__link"
      href={href}
      prefetch={false}
    >
      {isActive && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{label}</span>
    </Link>
  )
}
