import { type Attempt, createReasons } from '../../../src/index.ts'
import { amocrmReasons } from './amocrmReasons.ts'

const because = createReasons(amocrmReasons)

/** A success that is none: what was asked for is not in it. */
export function notAmocrm(exchange: Attempt['exchange']): Attempt {
  const said = because('foreign', { status: 200 })
  return { outcome: 'unavailable', code: 'AMOCRM_NO_ID', ...said, exchange }
}
