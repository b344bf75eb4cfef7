/** How values are written into a Slack message; the markup of links and mentions needs these three characters. */
export const slackEscapes = {
  text: (value: string): string =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  /** The same, inside the quotes of a JSON text. */
  json: (value: string): string => JSON.stringify(slackEscapes.text(value)).slice(1, -1),
}
