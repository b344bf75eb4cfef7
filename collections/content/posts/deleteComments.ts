import type { CollectionBeforeDeleteHook } from 'payload'

/** A post takes its comments with it: without it they would be words about nothing. */
export const deleteComments: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  await req.payload.delete({
    collection: 'comments',
    where: {
      and: [
        { 'target.relationTo': { equals: collection.slug } },
        { 'target.value': { equals: id } },
      ],
    },
    depth: 0,
    // Payload fills in what it is given; the request of the deletion itself must stay as it is.
    req: {
      ...(req.transactionID === undefined ? {} : { transactionID: req.transactionID }),
      user: req.user,
    },
  })
}
