/** A value that fills one place of a template. */
export type TemplateParameter = { type: 'text'; text: string }

/** A part of a template that has places to fill. */
export type TemplateComponent =
  | { type: 'header' | 'body'; parameters: TemplateParameter[] }
  | { type: 'button'; sub_type: 'url'; index: '0'; parameters: TemplateParameter[] }

/** An approved template with its values. */
export type TemplatePart = {
  type: 'template'
  template: { name: string; language: { code: string }; components?: TemplateComponent[] }
}

/** Free text, which is taken for 24 hours after the person wrote. */
export type TextPart = { type: 'text'; text: { body: string; preview_url: boolean } }

/** Body of `POST /{phone-number-id}/messages`. */
export type WhatsappMessage = {
  messaging_product: 'whatsapp'
  recipient_type: 'individual'
  /** E.164, with its plus. */
  to: string
  /** Comes back with every status: the delivery's id. */
  biz_opaque_callback_data: string
} & (TextPart | TemplatePart)
