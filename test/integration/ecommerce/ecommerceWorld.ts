import { ecommercePlugin } from '@payloadcms/plugin-ecommerce'
import type { PaymentAdapter } from '@payloadcms/plugin-ecommerce/types'
import type { PayloadRequest } from 'payload'

import { isAdmin } from '../../../collections/access/isAdmin.ts'
import { Users } from '../../../collections/users/Users.ts'
import { createPool } from '../../../src/database/createPool.ts'
import { ecommerceTracking, flowMasters } from '../../../src/index.ts'
import type { Sql } from '../../../src/kernel/sql.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import { quietLogger } from '../../support/postgres/quietLogger.ts'

/** A way of paying that always works; the plugin does the rest as it would with Stripe. */
const alwaysPays: PaymentAdapter = {
  name: 'test',
  group: { name: 'test', type: 'group', fields: [{ name: 'reference', type: 'text' }] },
  initiatePayment: async ({ data, req, transactionsSlug }) => {
    const { cart } = data
    const transaction = await req.payload.create({
      collection: transactionsSlug,
      data: {
        cart: cart.id,
        customerEmail: data.customerEmail,
        amount: cart.subtotal,
        currency: 'USD',
        items: cart.items.map(({ product, quantity }) => ({
          product: typeof product === 'object' ? product.id : product,
          quantity,
        })),
        paymentMethod: 'test',
        status: 'pending',
      },
      req,
    })
    return { message: 'ok', transactionID: transaction.id }
  },
  confirmOrder: async ({ data, finalizeOrder }) => {
    const { transactionID } = data
    const order = await finalizeOrder({
      transactionID,
      orderData: { status: 'processing', customerEmail: data.customerEmail, currency: 'USD' },
    })
    const orderID = order['id'] as number
    return { message: 'ok', orderID, transactionID }
  },
}

/** Boots a site whose shop is the official plugin's: none of our collections but the users. */
export async function bootEcommerce(): Promise<
  BootedPayload & { sql: Sql; close: () => Promise<void> }
> {
  const owner = ({ req }: { req: PayloadRequest }) =>
    isAdmin({ req }) || (req.user ? { customer: { equals: req.user.id } } : false)
  const booted = await bootPayload({
    schema: 'push',
    configure: (config) => ({ ...config, collections: [Users] }),
    plugins: (url) => [
      ecommercePlugin({
        access: {
          adminOnlyFieldAccess: isAdmin,
          adminOrPublishedStatus: ({ req }) =>
            isAdmin({ req }) || { _status: { equals: 'published' } },
          isAdmin,
          isDocumentOwner: owner,
        },
        customers: { slug: 'users' },
        payments: { paymentMethods: [alwaysPays] },
        products: { variants: false },
      }),
      flowMasters({
        channels: [],
        tracking: ecommerceTracking(),
        encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
        databaseUrl: url,
        isSmtpConfigured: false,
        mailOutboxDir: '/nonexistent',
      }),
    ],
  })
  const pool = createPool({
    url: booted.databaseUrl,
    applicationName: 'test',
    logger: quietLogger,
    max: 2,
  })
  return {
    ...booted,
    sql: pool.sql,
    close: async () => {
      await pool.stop()
      await booted.destroy()
    },
  }
}
