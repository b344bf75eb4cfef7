/** A text in the languages the product ships; English is always there. */
export type Localised = { en: string; ru: string }
