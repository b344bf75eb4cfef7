/** `entity.past_verb`, snake case, exactly one dot: `order.paid`, `user.inactive_7d`. */
export const eventTypeName = /^[a-z0-9_]+\.[a-z0-9_]+$/

type CharactersOf<Text extends string> = Text extends `${infer Head}${infer Tail}`
  ? Head | CharactersOf<Tail>
  : never
type Character = CharactersOf<'abcdefghijklmnopqrstuvwxyz0123456789_'>

type IsSnakeCase<Text extends string> = Text extends `${infer Head}${infer Tail}`
  ? Head extends Character
    ? Tail extends ''
      ? true
      : IsSnakeCase<Tail>
    : false
  : false

type IsEventType<Type extends string> = Type extends `${infer Entity}.${infer Verb}`
  ? IsSnakeCase<Entity> extends true
    ? IsSnakeCase<Verb>
    : false
  : false

/**
 * The same rule for the compiler: `Type` itself when it is well formed or not known literally,
 * else a sentence that shows up in the type error.
 */
export type EventTypeName<Type extends string> = string extends Type
  ? Type
  : IsEventType<Type> extends true
    ? Type
    : `an event type reads entity.past_verb in a-z, 0-9 and _, such as order.paid; not ${Type}`
