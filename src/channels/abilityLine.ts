import type { Localised } from '../kernel/localised.ts'
import type { AnyChannel, ChannelCapabilities } from './channel.ts'

const words: Readonly<Record<keyof ChannelCapabilities, Localised>> = {
  text: { en: 'text', ru: 'текст' },
  html: { en: 'HTML', ru: 'HTML' },
  buttons: { en: 'buttons', ru: 'кнопки' },
  attachments: { en: 'attachments', ru: 'вложения' },
  upsert: { en: 'no doubles', ru: 'без дублей' },
}
/** Of channels that write to systems instead of people. */
const data: Localised = { en: 'data for another system', ru: 'данные для другой системы' }
const requests: Readonly<Record<string, string>> = { one: 'запрос', many: 'запросов' }
const plural = new Intl.PluralRules('ru')
const number = new Intl.NumberFormat('ru')

/** What a channel can do and how much its service bears, as one line: `Text, HTML, buttons · up to 4096 characters`. */
export function abilityLine({
  capabilities = {},
  limits: { requestsPerSecond, textLength } = {},
}: Pick<AnyChannel, 'capabilities' | 'limits'>): Localised {
  const names = Object.keys(words) as (keyof ChannelCapabilities)[]
  const able = names.filter((name) => capabilities[name] === true).map((name) => words[name])
  const shown = able.length === 0 ? [data] : able
  const limits: Localised[] = []
  if (textLength !== undefined)
    limits.push({ en: `up to ${textLength} characters`, ru: `до ${textLength} знаков` })
  if (requestsPerSecond !== undefined) limits.push(paceOf(requestsPerSecond))
  const line = (language: keyof Localised): string =>
    [
      capitalised(shown.map((word) => word[language]).join(', ')),
      ...limits.map((one) => one[language]),
    ].join(' · ')
  return { en: line('en'), ru: line('ru') }
}

function paceOf(count: number): Localised {
  return {
    en: `${count} ${count === 1 ? 'request' : 'requests'} a second`,
    ru: `${number.format(count)} ${requests[plural.select(count)] ?? 'запроса'} в секунду`,
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
