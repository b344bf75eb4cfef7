/** The kinds of questions a form may ask; each is a block of `forms.fields`. */
export type AnswerFieldType =
  | 'text'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'number'
  | 'date'
  | 'select'
  | 'checkbox'
  | 'hidden'

type Base = { name: string; label?: string | null; required?: boolean | null; help?: string | null }
type Length = { minLength?: number | null; maxLength?: number | null }

/** A question of a form as it is stored, its texts in one language. */
export type AnswerField = Base &
  (
    | ({ blockType: 'text'; placeholder?: string | null } & Length)
    | ({ blockType: 'textarea'; placeholder?: string | null } & Length)
    | { blockType: 'email'; placeholder?: string | null }
    | { blockType: 'phone'; placeholder?: string | null }
    | { blockType: 'number'; min?: number | null; max?: number | null; whole?: boolean | null }
    | { blockType: 'date' }
    | {
        blockType: 'select'
        multiple?: boolean | null
        options: { value: string; label?: string | null }[]
      }
    | { blockType: 'checkbox'; isConsent?: boolean | null; documentUrl?: string | null }
    | { blockType: 'hidden'; value?: string | null }
  )
