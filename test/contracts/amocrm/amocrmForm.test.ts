import { describe, expect, test } from '@jest/globals'

import { createAmocrmChannel } from '../../../plugins/channels/amocrm/amocrmChannel.ts'
import type { HttpClient } from '../../../src/index.ts'
import { tryPreview, tryValidate } from '../../support/fakes/tryChannel.ts'

const channel = createAmocrmChannel()
const account = { domain: 'example.amocrm.ru', idField: 501 }

describe('the form', () => {
  test.each([
    ['example.amocrm.ru', true],
    [' https://Example.amocrm.ru/leads/list/?x=1 ', true],
    ['my-shop2.kommo.com', true],
    ['amocrm.ru', false],
    ['www.amocrm.ru', false],
    ['a.b.amocrm.ru', false],
    ['example.amocrm.ru.example.com', false],
    ['example.com/example.amocrm.ru', false],
    ['example.amocrm.ru@example.com', false],
    ['example.com#.amocrm.ru', false],
    ['http://example.amocrm.ru', false],
    ['example.amocrm.ru:8443', false],
    ['exampleamocrm.ru', false],
    ['-a.amocrm.ru', false],
  ])('account %s: %s', async (domain, isFit) => {
    const found = await tryValidate({ channel, target: { ...account, domain } })
    expect(found).toEqual(isFit ? undefined : ['FLOW_AMOCRM_DOMAIN_INVALID', 'domain'])
  })
  const rule = (to: string) => ({ mapping: [{ to, from: { constant: 'x' } }] })
  const unknown = ['FLOW_AMOCRM_FIELD_UNKNOWN', 'mapping']
  test.each([
    [{}, undefined],
    [{ idField: '' }, undefined],
    [{ idField: '', identity: 'event' }, undefined],
    [{ idField: 'x' }, ['FLOW_AMOCRM_NUMBER_INVALID', 'idField']],
    [{ tags: '{{ a' }, ['FLOW_TEMPLATE_INVALID', 'tags']],
    [rule('lead.123456'), undefined],
    [rule('lead._YM_UID'), undefined],
    [rule('contact.123456.enum_id'), undefined],
    [rule('price'), unknown],
    [rule('lead.price'), unknown],
    [rule('company.123456'), unknown],
    [rule('lead.123456.id'), unknown],
  ])('%j', async (target, expected) => {
    expect(await tryValidate({ channel, target: { ...account, ...target } })).toEqual(expected)
  })
  test.each([
    ['eyJ0eXAi.eyJh-_.x', true],
    ['Bearer eyJ', false],
    ['токен', false],
    ['a\nb', false],
  ])('token %j: %s', (value, isFit) => {
    const check = () => channel.checkSecret?.('accessToken', value)
    if (isFit) expect(check).not.toThrow()
    else expect(check).toThrow(/FLOW_AMOCRM_TOKEN_INVALID/)
  })
  test('preview and line', async () => {
    const target = { ...account, title: 'Заказ {{ data.current.id }}', name: 'Анна', tags: 'сайт' }
    expect(await tryPreview({ channel, target })).toEqual({
      to: 'amoCRM example.amocrm.ru',
      json: {
        name: 'Заказ 42',
        custom_fields_values: [{ field_id: 501, values: [{ value: 'orders:42' }] }],
        _embedded: { tags: [{ name: 'сайт' }], contacts: [{ first_name: 'Анна' }] },
      },
    })
    expect(channel.describeTarget(channel.target.parse(target))).toBe(
      'amoCRM example.amocrm.ru: Заказ {{ data.current.id }}',
    )
    expect(channel.describeTarget(channel.target.parse({ title: 'Заказ' }))).toBe('amoCRM: Заказ')
  })
  test('without a proxy every request goes to the account’s own host', async () => {
    const urls: string[] = []
    const answer = { status: 503, headers: {}, body: '', isBodyTruncated: false, durationMs: 1 }
    const http: HttpClient = {
      send: async ({ url }) => {
        urls.push(url)
        return answer
      },
      vet: async () => {},
      close: async () => {},
    }
    const { signal } = new AbortController()
    const secrets = { accessToken: 'a', refreshToken: 'b', clientSecret: 'c' }
    const target = { domain: 'example.kommo.com', clientId: 'd', redirectUri: 'https://e' }
    const input = { target, secrets, http, signal, now: () => 0 }
    await channel.testConnection?.(input)
    await channel.refresh?.(input)
    expect(urls).toEqual([
      'https://example.kommo.com/api/v4/account',
      'https://example.kommo.com/oauth2/access_token',
    ])
  })
  test('what it can do is told', () => {
    expect(channel.capabilities).toEqual({ upsert: true })
    expect(channel.limits).toEqual({ requestsPerSecond: 6, requestsPerDelivery: 4 })
  })
})
