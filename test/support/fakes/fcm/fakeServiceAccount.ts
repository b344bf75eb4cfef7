import { generateKeyPairSync } from 'node:crypto'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const clientEmail = 'push@fake-project.iam.gserviceaccount.com'

/** A service account of this run, as Google's key file holds it. */
export const fakeServiceAccount = {
  projectId: 'fake-project',
  clientEmail,
  publicKey,
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  get json(): string {
    return JSON.stringify({
      type: 'service_account',
      project_id: this.projectId,
      private_key_id: 'fakekeyid0123456789',
      private_key: this.privateKey,
      client_email: clientEmail,
      client_id: '1',
      token_uri: 'https://oauth2.googleapis.com/token',
    })
  },
}
