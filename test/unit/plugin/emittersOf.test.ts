import { describe, expect, test } from '@jest/globals'

import { bundledTracking } from '../../../hooks/bundledTracking.ts'
import { bundledScans } from '../../../hooks/scans/bundledScans.ts'
import { on, track } from '../../../src/index.ts'
import { emittersOf } from '../../../src/plugin/emittersOf.ts'

const tracking = [
  track('orders', { 'order.created': on.created() }),
  track('shop-orders', { 'order.created': on.created() }),
  track('products', { 'product.created': on.created() }),
]

describe('the collections a type comes from', () => {
  test('are those whose rules name it', () => {
    expect(emittersOf('order.created', tracking)).toEqual([
      { collection: 'orders', trigger: 'save' },
      { collection: 'shop-orders', trigger: 'save' },
    ])
    expect(emittersOf('user.login', bundledTracking())).toEqual([
      { collection: 'users', trigger: 'login' },
    ])
  })

  test('or those that the schedule looks through', () => {
    expect(emittersOf('cart.abandoned', bundledTracking(), bundledScans())).toEqual([
      { collection: 'carts', trigger: 'time' },
    ])
  })

  test('or those of its siblings, when an action publishes it', () => {
    expect(emittersOf('product.viewed', tracking)).toEqual([
      { collection: 'products', trigger: 'publish' },
    ])
    expect(emittersOf('order.archived', tracking)).toHaveLength(2)
  })

  test('or none', () => {
    expect(emittersOf('parcel.sent', tracking)).toEqual([])
    // A name that merely begins alike is no sibling.
    expect(emittersOf('prod.made', tracking)).toEqual([])
  })
})
