'use client'

import type { RefObject } from 'react'
import { useEffect } from 'react'

/** Calls `onDismiss` on Escape, on a press outside of the element, and when the focus leaves it. */
export function useDismiss(
  element: RefObject<HTMLElement | null>,
  isOpen: boolean,
  onDismiss: (by: 'escape' | 'elsewhere') => void,
): void {
  useEffect(() => {
    const root = element.current
    if (!isOpen || !root) return undefined
    const isOutside = (target: EventTarget | null): boolean =>
      target instanceof Node && !root.contains(target)
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onDismiss('escape')
    }
    const onPress = ({ target }: PointerEvent): void => {
      if (isOutside(target)) onDismiss('elsewhere')
    }
    const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
      if (isOutside(relatedTarget)) onDismiss('elsewhere')
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    root.addEventListener('focusout', onFocusOut)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
      root.removeEventListener('focusout', onFocusOut)
    }
  }, [element, isOpen, onDismiss])
}
