import { createTokenSigner, type TokenSigner } from '../../../src/credentials/signedToken.ts'
import { refusal } from '../../refusal.ts'
import type { OpenForm } from './openForm.ts'
import type { VisitorLanguage } from './visitorLanguage.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Says when a page got the questions; a robot cannot date it back. */
export type FillTime = {
  issue: (form: Pick<OpenForm, 'id'>) => string
  /**
   * Throws FLOW_FORM_TOKEN_INVALID (400) without a token of this form and day, FLOW_FORM_TOO_FAST (429) before its
   * shortest time is over; `details.retryAfterSeconds` says when to come back.
   */
  check: (form: OpenForm, token: string | undefined, language: VisitorLanguage) => void
}

/** Signed with the site's secret, so that nothing is stored. */
export function fillTime(secret: string, now: number): FillTime {
  const signer: TokenSigner = createTokenSigner(secret, 'form-opened')
  return {
    issue: ({ id }) => signer.sign({ subject: String(id), expiresAt: now + dayMs }),
    check: ({ id, protection }, token, language) => {
      const shortest = protection?.minFillSeconds ?? 0
      if (shortest <= 0) return
      const claims = token === undefined ? undefined : signer.read(token, now)
      if (claims?.subject !== String(id) || claims.expiresAt === undefined) {
        throw refusal(language, {
          code: 'FLOW_FORM_TOKEN_INVALID',
          message: 'the page is out of date',
          hint: 'Load the questions again and send their token with the answers.',
          ru: {
            message: 'страница устарела',
            hint: 'Загрузите вопросы заново и пришлите их ключ вместе с ответами.',
          },
          status: 400,
        })
      }
      const waitMs = claims.expiresAt - dayMs + shortest * 1000 - now
      if (waitMs <= 0) return
      const retryAfterSeconds = Math.ceil(waitMs / 1000)
      throw refusal(language, {
        code: 'FLOW_FORM_TOO_FAST',
        message: 'that was too fast',
        hint: `Send it again in ${retryAfterSeconds} s.`,
        ru: {
          message: 'слишком быстро',
          hint: `Отправьте ещё раз через ${retryAfterSeconds} с.`,
        },
        status: 429,
        details: { retryAfterSeconds },
      })
    },
  }
}
