'use client'

/** Nothing: for fields that are only a column of a list. */
export function NoField() {
  return null
}
