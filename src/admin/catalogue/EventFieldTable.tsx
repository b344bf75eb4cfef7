import type { PayloadRequest } from 'payload'

import type { AnyEventDefinition } from '../../event-catalogue/eventDefinition.ts'
import type { EventEmitter } from '../../event-catalogue/eventEmitter.ts'
import type { SchemaField } from '../../event-catalogue/schemaFields.ts'
import { schemaFields } from '../../event-catalogue/schemaFields.ts'
import type { Texts } from '../texts/en.ts'
import { textsFor } from '../texts/textsFor.ts'
import { fieldNameIn } from './fieldNameIn.ts'
import { kindWords } from './kindWords.ts'

/** What an event carries, field by field, named as the collection's form names it. */
export function EventFieldTable({
  definition,
  emitters,
  req,
}: {
  definition: AnyEventDefinition
  emitters: readonly EventEmitter[]
  req: PayloadRequest
}) {
  const { i18n, payload } = req
  const texts = textsFor(i18n.language)
  const words = texts.catalogue
  const fields = payload.config.collections
    .filter(({ slug }) => emitters.some(({ collection }) => collection === slug))
    .flatMap((collection) => collection.flattenedFields)
  const nameOf = fieldNameIn(fields, i18n)
  return (
    <>
      <p className="fm-muted">{words.fieldsHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section aria-label={words.fields} className="fm-table fm-below" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.presence}</th>
            </tr>
          </thead>
          <tbody>
            {schemaFields(definition).map((field) => (
              <tr key={field.path}>
                <td>
                  <span className={`fm-two fm-depth fm-depth--${Math.min(field.depth, 4)}`}>
                    <code>data.{field.path}</code>
                    <small>{noteOf(field, texts) ?? nameOf(field.path)}</small>
                  </span>
                </td>
                <td>{kindWords(field, texts)}</td>
                <td>{presenceWords(field, texts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function noteOf({ description, path }: SchemaField, { catalogue }: Texts): string | null {
  if (path === 'previous') return catalogue.previous
  return path === 'changed' ? catalogue.changed : description
}

function presenceWords({ isNullable, isRequired }: SchemaField, { catalogue }: Texts): string {
  if (!isRequired) return catalogue.sometimes
  return isNullable ? catalogue.alwaysNull : catalogue.always
}
