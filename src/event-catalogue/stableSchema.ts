import type * as z from 'zod'

type IsSame<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

type Primitive = string | number | boolean | null | undefined

type KnownKey<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: true }
type IndexValue<T> = T extends { [key: string]: infer Value } ? Value : never

// An object that JSON would flatten or drop although its type is an object type.
type Exotic =
  | Date
  | RegExp
  | Uint8Array
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | Promise<unknown>
  | ((...args: never[]) => unknown)

/** Everything inside `T` that JSON cannot carry; `never` for JSON. `unknown` passes and is checked at run time. */
type NotJson<T> = unknown extends T
  ? never
  : T extends Primitive
    ? never
    : T extends readonly (infer Item)[]
      ? NotJson<Item>
      : T extends Exotic
        ? T
        : T extends object
          ? { [Key in KnownKey<T>]-?: NotJson<T[Key]> }[KnownKey<T>] | NotJson<IndexValue<T>>
          : T

/**
 * Refuses, with a readable type error, a schema whose stored JSON would differ from what the program
 * sees: transforms, defaults and coercions (input differs from output) and values JSON does not have.
 */
export type StableSchema<Schema extends z.ZodType> =
  IsSame<z.input<Schema>, z.output<Schema>> extends true
    ? [NotJson<z.output<Schema>>] extends [never]
      ? unknown
      : 'event schemas hold JSON only: no dates, bigints, maps or functions'
    : 'event schemas must not transform, coerce or default: the stored JSON would differ from the type'

/** {@link StableSchema} for every member of a shape. */
export type StableShape<Shape extends Record<string, z.ZodType>> = {
  [Key in keyof Shape]: StableSchema<Shape[Key]>
}
