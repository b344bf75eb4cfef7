import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { ChannelNames } from './new-channel/channelNames.ts'
import { NewChannelError } from './new-channel/newChannelError.ts'
import { planChannel } from './new-channel/planChannel.ts'

/**
 * `npm run new:channel <name>`: a channel that works, with its fake, its contract suite and its page, registered everywhere. Its
 * service is made up; docs/writing-a-channel.md tells how it becomes the real one.
 */
const projectDir = resolve(fileURLToPath(import.meta.url), '../..')

const nextSteps = ({ camel, pascal, slug, upper }: ChannelNames): string => `
Next:
  1. plugins/channels/${slug}/call${pascal}.ts: the address of the service, and how it is asked.
     ${camel}Outcome.ts: what its answers mean. ${camel}Fields.ts and ${camel}Target.ts: what its form asks for.
     ${camel}Channel.ts: its capabilities, which the contract suite asks proof of, and the limits of its service.
  2. test/support/fakes/${slug}: as strict as the service's documentation.
  3. docs/channels/${slug}.md: every field, every answer, where each fact is from.
  4. npm run generate:types && npm run generate:importmap
  5. npx tsx scripts/createMigration.ts ${upper.toLowerCase()}
  6. npm run generate:docs
  7. npm test -- test/contracts/${slug} test/architecture test/stories/everyChannel
  8. A line in CHANGELOG.md.
How each of them is done well: docs/writing-a-channel.md
`

try {
  const [given, ...more] = process.argv.slice(2)
  const { changed, created, names } = planChannel(projectDir, [given, ...more].join(' '))
  for (const [path, text] of Object.entries({ ...created, ...changed })) {
    mkdirSync(dirname(join(projectDir, path)), { recursive: true })
    writeFileSync(join(projectDir, path), text)
  }
  // How long a name is decides where lines break.
  const sources = Object.keys({ ...created, ...changed }).filter((path) => path.endsWith('.ts'))
  const biome = join(projectDir, 'node_modules/@biomejs/biome/bin/biome')
  execFileSync(process.execPath, [biome, 'check', '--write', ...sources], {
    cwd: projectDir,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  console.log(`Created:\n${Object.keys(created).map(indented).join('')}`)
  console.log(`Changed:\n${Object.keys(changed).map(indented).join('')}${nextSteps(names)}`)
} catch (error) {
  if (!(error instanceof NewChannelError)) throw error
  console.error(`${error.name} ${error.code}: ${error.message}`)
  process.exitCode = 1
}

function indented(path: string): string {
  return `  ${path}\n`
}
