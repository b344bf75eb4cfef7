/** Why no channel was made; nothing has been written then. */
export class NewChannelError extends Error {
  override readonly name = 'NewChannelError'
  readonly code: 'NAME_MISSING' | 'NAME_INVALID' | 'NAME_TAKEN' | 'PROJECT_CHANGED'

  constructor(code: NewChannelError['code'], message: string) {
    super(message)
    this.code = code
  }
}
