'use client'

import { useRouter } from 'next/navigation.js'
import { useEffect } from 'react'

const EVERY_MS = 2_000
const MOST_TIMES = 30

/** Loads the page's data anew every two seconds, for a minute at most, while what it shows is still on its way. */
export function RefreshWhile({ isMoving }: { isMoving: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!isMoving) return undefined
    let left = MOST_TIMES
    const timer = setInterval(() => {
      left -= 1
      if (left <= 0) clearInterval(timer)
      router.refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [isMoving, router])
  return null
}
