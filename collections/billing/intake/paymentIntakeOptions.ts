/** Whom the intake of payment notifications believes. A provider without its part answers 503. */
export type PaymentIntakeOptions = {
  generic?: {
    /** `whsec_` + base64, or a text of at least 24 characters; during a rotation the new and the old one. */
    secrets: readonly string[]
  }
  yookassa?: {
    shopId: string
    secretKey: string
    /** @default https://api.yookassa.ru/v3 */
    apiUrl?: string
  }
  cloudpayments?: {
    /** The password of the API, which notifications are signed with. */
    apiSecret: string
  }
}
