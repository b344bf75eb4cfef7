/** Values that survive `JSON.stringify` and a round trip through the database unchanged. */
export type Json = string | number | boolean | null | Json[] | JsonObject
/** A JSON object; `undefined` members are allowed in types and dropped on serialisation. */
export type JsonObject = { [key: string]: Json | undefined }
