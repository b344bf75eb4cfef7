/** Slug of the collection of devices. */
export const PUSH_DEVICES = 'push-devices'
