import { sha256Hex } from '../kernel/sha256Hex.ts'
import type { Sql } from '../kernel/sql.ts'
import { batchQuestions } from './batchQuestions.ts'
import type { RemoteObject, RemoteObjectBook } from './remoteObjectBook.ts'

/** Parameter: ids of rows. */
const findSql = 'SELECT id, remote_id FROM remote_objects WHERE id = ANY($1::varchar[])'

/** Parameter: the row as JSON. Of two that learnt at once the later one counts. */
const keepSql = `
INSERT INTO remote_objects (id, account, channel, object, collection, document_id, remote_id, delivery, learnt_at)
SELECT id, account, channel, object, collection, document_id, remote_id, delivery, now()
FROM jsonb_to_record($1::jsonb) AS r(id varchar, account varchar, channel varchar, object varchar, collection varchar,
  document_id varchar, remote_id varchar, delivery varchar)
ON CONFLICT (id) DO UPDATE SET remote_id = excluded.remote_id, delivery = excluded.delivery, learnt_at = now()`

/** Ids of objects at services in the database: a row per object and document. */
export function createRemoteObjectBook(sql: () => Promise<Sql>): RemoteObjectBook {
  const ask = batchQuestions<string, string | undefined>(async (ids) => {
    const { rows } = await (await sql()).query<{ id: string; remote_id: string }>(findSql, [
      [...new Set(ids)],
    ])
    const known = new Map(rows.map(({ id, remote_id: remoteId }) => [id, remoteId]))
    return (id) => known.get(id)
  })
  return {
    idOf: (object) => ask(rowIdOf(object)),
    keep: async (object, { deliveryId, remoteId }) => {
      const { account, channel, collection, documentId } = object
      const row = {
        ...{ id: rowIdOf(object), account, channel, object: object.object, collection },
        ...{ document_id: documentId, remote_id: remoteId, delivery: deliveryId },
      }
      await (await sql()).query(keepSql, [JSON.stringify(row)])
    },
  }
}

/** Names and ids may hold any sign, so no sign could part them. */
function rowIdOf({ account, channel, collection, documentId, object }: RemoteObject): string {
  return sha256Hex(JSON.stringify([account, channel, object, collection, documentId]))
}
