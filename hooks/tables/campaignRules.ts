import { both, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved campaign means. One that goes on after a pause has started before. */
export const campaignRules: RuleTable = {
  'campaign.created': on.created(),
  'campaign.started': both(
    on.changedTo('status', 'sending'),
    ({ previous }) => !previous?.['startedAt'],
  ),
  'campaign.completed': on.changedTo('status', 'sent'),
}
