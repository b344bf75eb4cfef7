import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type ChannelNames, channelNames } from './channelNames.ts'
import { channelProofs } from './channelProofs.ts'
import { channelRegistration } from './channelRegistration.ts'
import { channelSources } from './channelSources.ts'
import { insertText } from './insertText.ts'
import { NewChannelError } from './newChannelError.ts'

/** What there will be, by path from the project's folder; nothing is written yet. */
export type ChannelPlan = {
  names: ChannelNames
  created: Record<string, string>
  changed: Record<string, string>
}

/** @throws NewChannelError for a name that cannot be, and for a project that no longer looks as it is known here */
export function planChannel(projectDir: string, given: string | undefined): ChannelPlan {
  const names = channelNames(given)
  const created = { ...channelSources(names), ...channelProofs(names) }
  const read = (path: string): string => readFileSync(join(projectDir, path), 'utf8')
  refuseTaken(projectDir, names, Object.keys(created))
  const changed = Object.entries(channelRegistration(names)).map(
    ([path, insertions]) => [path, insertText(path, read(path), insertions)] as const,
  )
  return { names, created, changed: Object.fromEntries(changed) }
}

/** Two channels may share neither folders nor what others call them by. */
function refuseTaken(
  projectDir: string,
  { pascal, slug, upper }: ChannelNames,
  paths: readonly string[],
): void {
  const taken = (what: string): NewChannelError =>
    new NewChannelError('NAME_TAKEN', `The name ${slug} is taken: there is ${what} already.`)
  const folders = ['plugins/channels', 'test/support/fakes', 'test/contracts'].map(
    (folder) => `${folder}/${slug}`,
  )
  for (const path of [...folders, ...paths]) {
    if (existsSync(join(projectDir, path))) throw taken(path)
  }
  const words: [path: string, word: string][] = [
    ['config/channelsFrom.ts', `create${pascal}Channel`],
    ['config/channelsFrom.ts', `${upper}_API_URL`],
    ['test/support/fakes.ts', `start${pascal}Fake`],
  ]
  for (const [path, word] of words) {
    const isThere = new RegExp(`\\b${word}\\b`).test(readFileSync(join(projectDir, path), 'utf8'))
    if (isThere) throw taken(`${word} in ${path}`)
  }
}
