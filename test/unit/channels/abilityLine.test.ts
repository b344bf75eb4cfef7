import { describe, expect, test } from '@jest/globals'

import type { AnyChannel } from '../../../src/channels/channel.ts'
import { abilityLine } from '../../../src/channels/abilityLine.ts'

type Given = Pick<AnyChannel, 'capabilities' | 'limits'>

describe('what a channel can do, as one line', () => {
  test.each<[Given, string, string]>([
    [{}, 'Data for another system', 'Данные для другой системы'],
    [{ capabilities: { text: false } }, 'Data for another system', 'Данные для другой системы'],
    [
      {
        capabilities: { buttons: true, html: true, text: true },
        limits: { textLength: 4096, requestsPerSecond: 30 },
      },
      'Text, HTML, buttons · up to 4096 characters · 30 requests a second',
      'Текст, HTML, кнопки · до 4096 знаков · 30 запросов в секунду',
    ],
    [
      { capabilities: { upsert: true }, limits: { requestsPerSecond: 3 } },
      'No doubles · 3 requests a second',
      'Без дублей · 3 запроса в секунду',
    ],
    [
      { capabilities: { attachments: true }, limits: { requestsPerSecond: 1 } },
      'Attachments · 1 request a second',
      'Вложения · 1 запрос в секунду',
    ],
    [
      { limits: { requestsPerSecond: 0.5 } },
      'Data for another system · 0.5 requests a second',
      'Данные для другой системы · 0,5 запроса в секунду',
    ],
  ])('%j', (given, en, ru) => {
    expect(abilityLine(given)).toEqual({ en, ru })
  })
})
