import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { channelNames } from '../../scripts/new-channel/channelNames.ts'
import { insertText } from '../../scripts/new-channel/insertText.ts'
import { planChannel } from '../../scripts/new-channel/planChannel.ts'
import { projectDir } from './cruise.ts'

const refusal = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('a name that cannot be', () => {
  test.each<[string | undefined, string]>([
    [undefined, 'NAME_MISSING'],
    ['  ', 'NAME_MISSING'],
    ['ParcelDesk', 'NAME_INVALID'],
    ['parcel_desk', 'NAME_INVALID'],
    ['parcel--desk', 'NAME_INVALID'],
    ['-parcel', 'NAME_INVALID'],
    ['1c', 'NAME_INVALID'],
    ['parcel desk', 'NAME_INVALID'],
    ['../parcel', 'NAME_INVALID'],
    ['посылка', 'NAME_INVALID'],
    ['a-name-that-is-much-too-long', 'NAME_INVALID'],
    // A channel of that name; its fake; its variable.
    ['telegram', 'NAME_TAKEN'],
    ['meta', 'NAME_TAKEN'],
    ['sendpulse', 'NAME_TAKEN'],
  ])('%j: %s', (name, code) => {
    expect(refusal(() => planChannel(projectDir, name))).toBe(code)
  })

  test('a file that no longer looks as it did is no place to write to', () => {
    const insertions = [{ anchor: /^gone/, text: 'x' }]
    expect(refusal(() => insertText('a.ts', 'here\n', insertions))).toBe('PROJECT_CHANGED')
  })

  test('one name as all places write it', () => {
    expect(channelNames('parcel-desk-2')).toEqual({
      ...{ slug: 'parcel-desk-2', camel: 'parcelDesk2', pascal: 'ParcelDesk2' },
      ...{ upper: 'PARCEL_DESK_2', title: 'Parcel desk 2' },
    })
  })
})

describe('npm run new:channel', () => {
  /** A short name and the longest there may be: they decide where lines break. */
  const names = ['pa', 'parcels-of-the-region-24'].map((slug) => channelNames(slug))
  let copy: string
  let said: string[] = []

  const run = (script: string, args: string[], env: Record<string, string> = {}) => {
    const { error, output, status } = spawnSync(process.execPath, [join(copy, script), ...args], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    })
    if (error) throw error
    return { status, text: output.filter(Boolean).join('\n') }
  }
  const scaffold = (...args: string[]) =>
    run('node_modules/tsx/dist/cli.mjs', ['scripts/newChannel.ts', ...args])
  const filesOf = (folder: string): string[] =>
    readdirSync(join(copy, folder)).map((name) => `${folder}/${name}`)
  const sources = (): string[] =>
    names.flatMap(({ slug }) => [
      ...filesOf(`plugins/channels/${slug}`),
      ...filesOf(`test/support/fakes/${slug}`),
      ...filesOf(`test/contracts/${slug}`),
    ])
  const changed = [
    'config/channelsFrom.ts',
    'test/support/fakes.ts',
    'test/support/story/startEveryService.ts',
  ]
  const everything = (): string =>
    readdirSync(copy, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(
        ({ name, parentPath }) =>
          `${parentPath}/${name} ${readFileSync(join(parentPath, name), 'base64')}`,
      )
      .sort()
      .join('\n')

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'flowmasters-new-channel-'))
    const copied = [
      ...['src', 'plugins', 'collections', 'hooks', 'config', 'scripts', 'docs', 'test/support'],
      ...['test/contracts', 'test/architecture', 'payload-types.ts', 'README.md', 'package.json'],
      ...['tsconfig.json', 'tsconfig.build.json', 'biome.json', 'jest.config.mjs', '.gitignore'],
    ]
    for (const path of copied) cpSync(join(projectDir, path), join(copy, path), { recursive: true })
    symlinkSync(join(projectDir, 'node_modules'), join(copy, 'node_modules'))
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  test('a bad name is told of by name, and nothing is written', () => {
    const before = everything()
    for (const [given, code] of [
      [[], 'NAME_MISSING'],
      [['Parcel Desk'], 'NAME_INVALID'],
      [['parcel', 'desk'], 'NAME_INVALID'],
      [['slack'], 'NAME_TAKEN'],
    ] as const) {
      const { status, text } = scaffold(...given)
      expect([status, text.split('\n').find((line) => line !== '')]).toEqual([
        1,
        expect.stringMatching(`^NewChannelError ${code}: `),
      ])
    }
    expect(everything()).toBe(before)
  })

  test('makes channels of good names, says what is next, and makes none twice', () => {
    said = names.map(({ slug }) => {
      const { status, text } = scaffold(slug)
      expect([status, text]).toEqual([0, expect.stringContaining('Next:')])
      return text
    })
    for (const [index, { slug }] of names.entries()) {
      expect(said[index]).toContain(`plugins/channels/${slug}/`)
      expect(said[index]).toContain('scripts/createMigration.ts')
      expect(said[index]).toContain('its capabilities, which the contract suite asks proof of')
      const lines = filesOf(`plugins/channels/${slug}`).flatMap((path) =>
        readFileSync(join(copy, path), 'utf8').trimEnd().split('\n'),
      )
      expect(lines.length).toBeLessThan(210)
      expect(scaffold(slug).text).toContain('NAME_TAKEN')
    }
  })

  test('what it wrote compiles', () => {
    const config = {
      extends: './tsconfig.json',
      compilerOptions: { incremental: false, plugins: [] },
      include: [],
      files: [...sources(), ...changed],
    }
    writeFileSync(join(copy, 'tsconfig.channel.json'), JSON.stringify(config))
    expect(run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.channel.json'])).toEqual({
      ...{ status: 0, text: '' },
    })
  })

  test('what it wrote is in the style of the house', () => {
    const files = [...sources(), ...changed, 'package.json']
    const { status, text } = run('node_modules/@biomejs/biome/bin/biome', [
      ...['ci', '--error-on-warnings', ...files],
    ])
    expect([status, text]).toEqual([0, expect.stringContaining(`Checked ${files.length} files`)])
  })

  test('the contract suites pass, and the house takes the channels as its own', () => {
    writeFileSync(
      join(copy, 'jest.channel.config.mjs'),
      `import base from './jest.config.mjs'\nconst { globalSetup, globalTeardown, ...rest } = base\nexport default rest\n`,
    )
    const { status, text } = run(
      'node_modules/jest/bin/jest.js',
      [
        ...['--config', 'jest.channel.config.mjs', '--ci'],
        ...names.map(({ slug }) => `test/contracts/${slug}/`),
        'test/architecture/channels.test.ts',
      ],
      { NODE_OPTIONS: '--experimental-vm-modules --no-deprecation' },
    )
    expect([status, text]).toEqual([0, expect.stringMatching(/Test Suites: 3 passed, 3 total/)])
  })
})
