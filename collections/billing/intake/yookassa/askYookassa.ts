import type { HttpClient } from '../../../../src/egress/httpClient.ts'
import { parseJson } from '../parseJson.ts'
import type { PaymentIntakeOptions } from '../paymentIntakeOptions.ts'
import { paymentRefusals } from '../paymentRefusals.ts'

type Yookassa = NonNullable<PaymentIntakeOptions['yookassa']>

/**
 * What YooKassa itself says of a payment or a refund: notifications carry no signature. FLOW_PAYMENT_NOT_GENUINE (403)
 * when it knows none of that number, FLOW_PAYMENT_PROVIDER_SILENT (503) when it gives no answer.
 */
export async function askYookassa(
  http: HttpClient,
  { apiUrl = 'https://api.yookassa.ru/v3', secretKey, shopId }: Yookassa,
  path: `/${'payments' | 'refunds'}/${string}`,
): Promise<unknown> {
  const credentials = Buffer.from(`${shopId}:${secretKey}`).toString('base64')
  const answer = await http
    .send({
      url: `${apiUrl}${path}`,
      method: 'GET',
      headers: { authorization: `Basic ${credentials}`, accept: 'application/json' },
      maxResponseBytes: 256 * 1024,
    })
    .catch((cause: unknown) => {
      throw paymentRefusals.providerSilent('yookassa', cause)
    })
  if (answer.status === 404) throw paymentRefusals.notGenuine('YooKassa knows nothing of it', 403)
  if (answer.status !== 200) {
    throw paymentRefusals.providerSilent('yookassa', `YooKassa answered ${answer.status}`)
  }
  return parseJson(Buffer.from(answer.body))
}
