import { FlowError } from '../../../src/kernel/flowError.ts'
import type { PaymentProvider } from '../providerField.ts'

/** Why a notification is not taken. Providers repeat what is not answered with success. */
export const paymentRefusals = {
  notConfigured: (provider: PaymentProvider): FlowError =>
    new FlowError({
      code: 'FLOW_PAYMENT_NOT_CONFIGURED',
      message: `notifications of ${provider} are not set up here`,
      hint: 'Set the variables of this provider; the README lists them.',
      status: 503,
      details: { provider },
    }),
  notGenuine: (why: string, status: 401 | 403 = 401): FlowError =>
    new FlowError({
      code: 'FLOW_PAYMENT_NOT_GENUINE',
      message: `the notification cannot be trusted: ${why}`,
      status,
    }),
  unreadable: (issues: readonly string[]): FlowError =>
    new FlowError({
      code: 'FLOW_PAYMENT_UNREADABLE',
      message: `the notification cannot be used: ${issues.join('; ')}`,
      status: 400,
      details: { issues },
    }),
  unknownSubscription: (name: string): FlowError =>
    new FlowError({
      code: 'FLOW_PAYMENT_SUBSCRIPTION_UNKNOWN',
      message: `there is no subscription "${name.slice(0, 100)}"`,
      hint: 'The provider repeats the notification; create the subscription meanwhile.',
      status: 404,
    }),
  unknownPayment: (externalId: string): FlowError =>
    new FlowError({
      code: 'FLOW_PAYMENT_UNKNOWN',
      message: `there is no payment "${externalId.slice(0, 100)}" yet to refund`,
      hint: 'The provider repeats the notification; the payment itself should be told first.',
      status: 404,
    }),
  tooEarly: (externalId: string): FlowError =>
    new FlowError({
      code: 'FLOW_PAYMENT_OUT_OF_ORDER',
      message: `the payment "${externalId.slice(0, 100)}" is refunded before it was successful`,
      hint: 'The provider repeats the notification; its success should be told first.',
      status: 409,
    }),
  providerSilent: (provider: PaymentProvider, cause: unknown): FlowError =>
    new FlowError({
      code: 'FLOW_PAYMENT_PROVIDER_SILENT',
      message: `${provider} could not be asked about the payment`,
      hint: 'The provider repeats the notification.',
      status: 503,
      cause,
    }),
}
