import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

import { channelsFrom } from '../../config/channelsFrom.ts'

const projectDir = resolve(fileURLToPath(import.meta.url), '../../..')
const textOf = (path: string): string => readFileSync(join(projectDir, path), 'utf8')
const namesIn = (folder: string): string[] =>
  existsSync(join(projectDir, folder)) ? readdirSync(join(projectDir, folder)).sort() : []

/** Services played by packages that only this repository has. */
const fakesElsewhere: Readonly<Record<string, string>> = {
  email: 'test/contracts/email/smtpStub.ts',
}
const channels = channelsFrom({})

test('EV-30: every folder of a channel is one of the application’s channels', () => {
  expect(namesIn('plugins/channels')).toEqual(channels.map(({ slug }) => slug).sort())
})

describe.each(channels.map((channel) => [channel.slug, channel] as const))(
  'EV-30: the channel %s',
  (slug, { fields }) => {
    test('runs through the contract suite', () => {
      const folder = `test/contracts/${slug}`
      const suites = namesIn(folder).filter((name) => name.endsWith('Contract.test.ts'))
      expect(suites).toHaveLength(1)
      expect(textOf(`${folder}/${suites[0]}`)).toMatch(/^\s*channelContract\(\{/m)
    })

    test('has a fake of its service, published in flowmasters/testing/fakes', () => {
      const elsewhere = fakesElsewhere[slug]
      if (elsewhere !== undefined) expect(textOf(elsewhere)).toMatch(/^export /m)
      else {
        const fakes = namesIn(`test/support/fakes/${slug}`).filter((name) =>
          /^start\w+(Fake|Receiver)\.ts$/.test(name),
        )
        expect(fakes).toHaveLength(1)
        expect(textOf('test/support/fakes.ts')).toContain(`'./fakes/${slug}/${fakes[0]}'`)
      }
    })

    test('has a page for people that names every field of its form', () => {
      const page = textOf(`docs/channels/${slug}.md`)
      expect(page).toMatch(/^# \S/)
      const names = fields.map(({ name }) => name)
      expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
    })

    test('has a door in the package', () => {
      const { exports } = JSON.parse(textOf('package.json')) as { exports: Record<string, unknown> }
      expect(Object.keys(exports)).toContain(`./channels/${slug}`)
    })
  },
)
