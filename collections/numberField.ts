import type { TextField } from 'payload'

import { nobody } from './access/nobody.ts'
import { executeSql } from './executeSql.ts'

type NumberFieldOptions = {
  /** Letters before the number, such as `BK`. */
  prefix: string
  /** One of `numberSequences`. */
  sequence: string
  /** Its ids are drawn from where a site's database lacks the sequence. */
  table: string
}

/**
 * A number that people tell each other, such as `BK-000123`, given on the first save. A Postgres sequence never hands out
 * a value twice and takes no lock; a save that is rolled back leaves a gap.
 */
export function numberField({ prefix, sequence, table }: NumberFieldOptions): TextField {
  return {
    name: 'number',
    type: 'text',
    label: { en: 'Number', ru: 'Номер' },
    unique: true,
    access: { create: nobody, update: nobody },
    hooks: {
      beforeChange: [
        async ({ operation, req, value }) => {
          if (operation !== 'create' || value) return value
          const rows = await executeSql(
            req,
            `select nextval(coalesce(
              to_regclass($1), to_regclass(pg_get_serial_sequence($2, 'id'))
            )) as "value"`,
            [sequence, table],
          )
          return `${prefix}-${String(rows?.[0]?.['value'] ?? Date.now()).padStart(6, '0')}`
        },
      ],
    },
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: { en: 'Given on saving.', ru: 'Присваивается при сохранении.' },
    },
  }
}
