/** A message as a service took it. */
export type PostedSms = {
  to: string
  text: string
  sender: string | undefined
  /** The id that the sender gave it. */
  id?: string
  callbackUrl?: string | undefined
}
