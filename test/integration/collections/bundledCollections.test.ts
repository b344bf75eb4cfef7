import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type Field, type FlattenedField, formatNames, toWords, ValidationError } from 'payload'
import { flattenTopLevelFields } from 'payload/shared'

import { bundledCollections } from '../../../collections/bundledCollections.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

let app: BootedPayload
let admin: Actor

beforeAll(async () => {
  app = await bootPayload()
  admin = await createActor(app.payload, 'admin')
})

afterAll(async () => {
  await app?.destroy()
})

const collections = bundledCollections({ mediaDir: '/nowhere' })
const NOBODY = 999_999_999

describe('EV-10 a relation to a document that does not exist', () => {
  const relations = collections.flatMap(({ fields, slug }) =>
    topLevelRelations(fields).map(({ name, relationTo }) => ({ slug, name, relationTo })),
  )

  test('is looked for in all collections', () => {
    expect(relations.length).toBeGreaterThan(40)
  })

  test.each(relations)(
    'is refused on its field: $slug, $name',
    async ({ slug, name, relationTo }) => {
      const field = app.payload.collections[slug]?.config.flattenedFields.find(
        (known) => known.name === name,
      )
      const one =
        typeof relationTo === 'string' ? NOBODY : { relationTo: relationTo[0], value: NOBODY }
      const isMany = field !== undefined && 'hasMany' in field && field.hasMany === true
      const creation = app.payload.create({
        collection: slug,
        data: { [name]: isMany ? [one] : one },
      })
      expect(await refusalOf(creation)).toEqual({
        status: 400,
        errors: [`${name}: There is nothing with the id "${NOBODY}" to refer to.`],
      })
    },
  )

  test('is refused inside a list too, in the language of the caller', async () => {
    const order = { items: [{ title: 'A' }, { title: 'B', product: NOBODY }] }
    const answer = await app.rest('POST', '/orders', order, {
      user: admin,
      headers: { 'accept-language': 'ru' },
    })
    expect(answer).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            data: {
              errors: [
                {
                  path: 'items.1.product',
                  message: `Ссылка ни на что не указывает: нет записи с номером «${NOBODY}».`,
                },
              ],
            },
          },
        ],
      },
    })
  })

  test.each([99_999_999_999, 1.5, -1, 'abc', 'a\0b', "1' or 1=1"])(
    'is refused when no database could hold the id: %j',
    async (customer) => {
      const answer = await app.rest('POST', '/orders', { customer }, { user: admin })
      expect(answer).toMatchObject({
        status: 400,
        body: { errors: [{ data: { errors: [{ path: 'customer' }] } }] },
      })
    },
  )

  test('is not looked for again when it did not change', async () => {
    const product = await app.payload.create({
      collection: 'products',
      data: { title: 'Mug', _status: 'published' },
    })
    const order = await app.payload.create({
      collection: 'orders',
      data: { customer: admin.id, items: [{ title: 'Mug', product: product.id }] },
    })
    const asked = jest.spyOn(app.payload.db, 'find')
    try {
      await app.rest('PATCH', `/orders/${order.id}?depth=0`, { status: 'paid' }, { user: admin })
      const sameAgain = { customer: admin.id, comment: 'soon' }
      await app.rest('PATCH', `/orders/${order.id}?depth=0`, sameAgain, { user: admin })
      const tables = asked.mock.calls.map(([{ collection }]) => collection)
      expect(tables).toEqual(expect.not.arrayContaining(['products']))
      expect(tables).toEqual(expect.not.arrayContaining(['users']))
    } finally {
      asked.mockRestore()
    }
    expect(await app.payload.findByID({ collection: 'orders', id: order.id })).toMatchObject({
      status: 'paid',
      comment: 'soon',
    })
  })
})

describe('EV-10 a field with a default value', () => {
  let inputs: Map<string, Input>

  beforeAll(async () => {
    inputs = await introspect()
  })

  test.each(collections.map(({ slug }) => slug))('is not asked for by GraphQL: %s', (slug) => {
    const config = app.payload.collections[slug]?.config
    const singular = config?.graphQL ? config.graphQL.singularName : undefined
    const type = `mutation${toWords(singular ?? formatNames(slug).singular, true)}Input`
    expect(inputs.has(type)).toBe(true)
    expect(askedFor(config?.flattenedFields ?? [], type, slug)).toEqual([])
  })

  test.each([
    ['createOrder', '{ customerName: "A" }', 'status', 'pending'],
    ['createTask', '{ title: "A" }', 'status', 'todo'],
    ['createLead', '{ name: "A" }', 'status', 'new'],
  ])('is filled in by %s', async (mutation, data, field, value) => {
    const answer = await app.graphql(`mutation { ${mutation}(data: ${data}) { ${field} } }`, {
      user: admin,
    })
    expect(answer).toEqual({ data: { [mutation]: { [field]: value } }, errors: [] })
  })

  test.each([
    ['orders', 'status'],
    ['tasks', 'status'],
  ])('cannot be emptied: %s.%s', async (slug, path) => {
    const answer = await app.rest('POST', `/${slug}`, { title: 'A', [path]: null }, { user: admin })
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ data: { errors: [{ path }] } }] },
    })
  })

  /** Paths that have a default value and must be given all the same. */
  function askedFor(fields: readonly FlattenedField[], type: string, path: string): string[] {
    const input = inputs.get(type)
    return fields.flatMap((field) => {
      const asked = input?.get(field.name)
      if (!asked) return []
      const own = `${path}.${field.name}`
      const isAsked =
        asked.isRequired && 'defaultValue' in field && field.defaultValue !== undefined
      const inner =
        'flattenedFields' in field ? askedFor(field.flattenedFields, asked.type, own) : []
      return isAsked ? [own, ...inner] : inner
    })
  }
})

/** The fields of an input type: whether each must be given, and the name of its own type. */
type Input = Map<string, { isRequired: boolean; type: string }>
type TypeRef = { kind: string; name: string | null; ofType?: TypeRef | null }
type IntrospectedType = { name: string; inputFields: { name: string; type: TypeRef }[] | null }

async function introspect(): Promise<Map<string, Input>> {
  const wrapped = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }'
  const { data } = await app.graphql(
    `{ __schema { types { name inputFields { name type { ${wrapped} } } } } }`,
  )
  const schema = data?.['__schema'] as { types: IntrospectedType[] } | undefined
  return new Map(
    (schema?.types ?? []).map(({ inputFields, name }) => [name, inputOf(inputFields ?? [])]),
  )
}

function inputOf(fields: { name: string; type: TypeRef }[]): Input {
  return new Map(
    fields.map(({ name, type }) => [
      name,
      { isRequired: type.kind === 'NON_NULL', type: innermost(type) },
    ]),
  )
}

const innermost = ({ name, ofType }: TypeRef): string => (ofType ? innermost(ofType) : (name ?? ''))

/** Only what is looked at: the error holds the request and with it the whole application. */
async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
    return 'not refused'
  } catch (error) {
    if (!(error instanceof ValidationError)) return String(error)
    const errors = error.data.errors.map(({ message, path }) => `${path}: ${message}`)
    return { status: error.status, errors }
  }
}

function topLevelRelations(fields: Field[]) {
  return flattenTopLevelFields(fields).flatMap((field) =>
    field.type === 'relationship' || field.type === 'upload' ? [field] : [],
  )
}
