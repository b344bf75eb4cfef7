/** Which parts a process runs: the web server, the engine that delivers, or both. */
export type Role = 'all' | 'web' | 'worker'

/** The checked environment. What is `undefined` was not set, or set to nothing. */
export type AppEnvironment = {
  /** TCP port of the web server; 0 takes any free one. */
  port: number
  databaseUrl: string | undefined
  redisUrl: string | undefined
  payloadSecret: string | undefined
  /** Absolute folder of the embedded database and the local secrets. */
  dataDir: string
  role: Role
  /** `id:base64(32 bytes)[,id:base64…]`; the first key writes. */
  encryptionKeys: string | undefined
  allowPrivateTargets: boolean
  /** How many proxies stand before the web server. */
  trustedProxies: number
  /** TCP port on which a worker without a web server shows its metrics. */
  metricsPort: number | undefined
  smtpUrl: string | undefined
  adminEmail: string | undefined
  adminPassword: string | undefined
}
