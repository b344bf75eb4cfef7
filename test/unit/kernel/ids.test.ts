import { expect, test } from '@jest/globals'

import { newId } from '../../../src/kernel/ids.ts'

test('ids of one process are unique, rise, and carry no dot', () => {
  const ids = Array.from({ length: 20_000 }, () => newId('evt'))
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
  expect(ids[0]).toMatch(
    /^evt_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})
