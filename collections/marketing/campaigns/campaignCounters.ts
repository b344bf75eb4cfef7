/** Fields of a campaign that SQL counts up while letters travel. */
export const campaignCounters = [
  'recipientsCount',
  'deliveredCount',
  'failedCount',
  'skippedCount',
  'openedCount',
  'clickedCount',
  'unsubscribedCount',
  'openRate',
] as const
