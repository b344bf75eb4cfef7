import type { Config } from 'payload'

import { returnFirstConnection } from '../database/returnFirstConnection.ts'

/** The adapter, giving back the connection it takes out of its pool when it connects. */
export function withReturnedConnection(db: Config['db']): Config['db'] {
  return {
    ...db,
    init: (args) => {
      const adapter = db.init(args)
      returnFirstConnection(adapter)
      return adapter
    },
  }
}
