/** What Slack bears: at so many characters it cuts itself, and says nothing. */
export const slackLimits = { text: 40_000, blocks: 50 } as const
