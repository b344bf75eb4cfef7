import type { Scan } from './scan.ts'
import { type CampaignScanOptions, campaignScans } from './tables/campaignScans.ts'
import { type CartScanOptions, cartScans } from './tables/cartScans.ts'
import { type ProjectScanOptions, projectScans } from './tables/projectScans.ts'
import { type SchoolScanOptions, schoolScans } from './tables/schoolScans.ts'
import { type SubscriptionScanOptions, subscriptionScans } from './tables/subscriptionScans.ts'
import { type UserScanOptions, userScans } from './tables/userScans.ts'

/** Periods and limits of the bundled scans; everything has a default. */
export type BundledScanOptions = UserScanOptions &
  CartScanOptions &
  SchoolScanOptions &
  ProjectScanOptions &
  SubscriptionScanOptions &
  CampaignScanOptions

/** What time alone causes in the bundled collections. */
export function bundledScans(options: BundledScanOptions = {}): Scan[] {
  return [
    ...userScans(options),
    ...cartScans(options),
    ...schoolScans(options),
    ...projectScans(options),
    ...subscriptionScans(options),
    ...campaignScans(options),
  ]
}
