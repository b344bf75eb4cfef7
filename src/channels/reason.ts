/**
 * Why a try came to what it came to, for programs and for readers of any language: which sentence, and what is filled
 * in. It is kept beside the English sentence. `key` is stable; its words are the channel's own or the engine's.
 */
export type Reason = { key: string; params: Record<string, string | number> }

/** Sentences by key, with `{name}` where a parameter goes. */
export type ReasonWords = Readonly<Record<string, { en: string; ru: string }>>
