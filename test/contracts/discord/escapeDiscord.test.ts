import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { discordMentions } from '../../../plugins/channels/discord/discordMentions.ts'
import { escapeDiscord } from '../../../plugins/channels/discord/escapeDiscord.ts'

/** What Discord shows of text: a backslash before a sign hides itself. */
const shown = (text: string): string => text.replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1')

describe('values', () => {
  test.each([
    ['Анна', 'Анна'],
    ['+7 900 000-00-00', '+7 900 000-00-00'],
    ['a_b@x.example', String.raw`a\_b@x.example`],
    [
      '- list\n # title\n> quote',
      `${String.raw`\- list`}\n ${String.raw`\# title`}\n${String.raw`\> quote`}`,
    ],
    ['**x** `y` ||z|| ~~w~~', String.raw`\*\*x\*\* \`y\` \|\|z\|\| \~\~w\~\~`],
    ['@everyone @here', '@\u200beveryone @\u200bhere'],
    ['see https://x.example/a_b?c=1#d, ok', 'see https://x.example/a_b?c=1#d, ok'],
    ['https://x.example/(a)*b*@c', 'https://x.example/%28a%29%2Ab%2A%40c'],
    ['\\*', String.raw`\\\*`],
  ])('%j', (value, expected) => {
    expect(escapeDiscord(value)).toBe(expected)
  })

  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('**', '@everyone', '<@&1>', '[a](b)', '\\', '\n- ', '`', '@here', '||'),
  )
  test('outside of web addresses everything is shown as it was, and nothing is left to interpret', () => {
    fc.assert(
      fc.property(fc.array(hostile), (parts) => {
        const value = parts.join('')
        fc.pre(!/https?:\/\//i.test(value) && !value.includes('\u200b'))
        const escaped = escapeDiscord(value)
        expect(shown(escaped).replaceAll('@\u200b', '@')).toBe(value)
        expect(escaped.replaceAll(/\\[^\p{L}\p{N}\s]/gu, '')).not.toMatch(
          /[\\*_~|<>#[\]()`]|@everyone|@here/,
        )
      }),
    )
  })
  test('a web address stays one, and cannot end a masked link', () => {
    fc.assert(
      fc.property(fc.array(hostile), (parts) => {
        const escaped = escapeDiscord(`https://x.example/${parts.join('').replaceAll(/\s/g, '')}`)
        expect(escaped).not.toMatch(/[\\*|<>[\]()`@]/)
        expect(URL.canParse(escaped)).toBe(true)
      }),
    )
  })
})

describe('mentions', () => {
  test.each([
    ['Hi', [], [], []],
    ['@here <@&1> <@2> <@!3> <@&1>', ['everyone'], ['1'], ['2', '3']],
    ['{{ "<@&1> @everyone" }} {% if a == "<@2>" %}x{% endif %}', [], [], []],
    ['me@hereford.example', [], [], []],
  ])('%s', (template, parse, roles, users) => {
    expect(discordMentions(template).allowed).toEqual({ parse, roles, users })
  })
})
