import { clashingField } from './clashingField.ts'
import type { FieldMapping } from './fieldMapping.ts'

/** A person's rules laid over ready ones: whatever they write, wholly or in part, the ready rule for it gives way. */
export function overlayMapping(ready: FieldMapping, own: FieldMapping): FieldMapping {
  const kept = ready.filter(({ to }) =>
    own.every((rule) => clashingField([rule.to, to]) === undefined),
  )
  return [...kept, ...own]
}
