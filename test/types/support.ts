/** Whether two types are the same type; `any` equals only itself. */
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Whether a type is `any`. */
export type IsAny<T> = 0 extends 1 & T ? true : false

/** Compiles when the value has the type; checked by tsc, does nothing. */
export function expectType<T>(_value: T): void {}

/** Compiles when the type argument is `true`. */
export function expectTrue<_T extends true>(): void {}
