import type { AddressClass } from './classifyAddress.ts'

/** The one rule that turns a class into yes or no. */
export function isAllowedClass(
  kind: AddressClass,
  { allowPrivateTargets }: { allowPrivateTargets: boolean },
): boolean {
  return kind === 'public' || (allowPrivateTargets && kind !== 'forbidden')
}
