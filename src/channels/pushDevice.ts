/** How a device is reached: by the push service of its browser, or by Firebase Cloud Messaging. */
export const deviceKinds = ['web-push', 'fcm'] as const

/** One of {@link deviceKinds}. */
export type DeviceKind = (typeof deviceKinds)[number]

/** What opens a device to whoever knows it; it must not reach a log. */
export type DeviceAddress =
  | {
      kind: 'web-push'
      /** Address at the push service, https. */
      endpoint: string
      /** The browser's key for messages: an uncompressed point of P-256, 65 bytes as base64url. */
      p256dh: string
      /** 16 bytes as base64url. */
      auth: string
    }
  | {
      kind: 'fcm'
      /** Registration token of one installation of an app. */
      token: string
    }

/** A device of one person that agreed to notifications. */
export type PushDevice = {
  id: string
  /** For people: `Chrome, Windows`. */
  label: string
} & DeviceAddress
