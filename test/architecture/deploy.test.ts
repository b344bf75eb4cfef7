import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse, parseAllDocuments } from 'yaml'

import { projectDir } from './cruise.ts'

const read = (file: string): string => readFileSync(path.join(projectDir, file), 'utf8')

/** Variables of the application, as the README's table lists them. */
const known = new Set(
  [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name),
)
/** How long a process may drain before it ends by itself, in seconds. */
const DRAIN_SECONDS = 10

type Service = {
  environment?: Record<string, string>
  deploy?: { replicas: number }
  stop_grace_period?: string
  healthcheck?: { test: string[] }
}
type Container = {
  env: { name: string; value: string }[]
  livenessProbe?: { httpGet: { path: string } }
  readinessProbe?: { httpGet: { path: string } }
}
type Resource = {
  kind: string
  metadata: { name: string }
  stringData?: Record<string, string>
  spec: {
    replicas: number
    template: { spec: { terminationGracePeriodSeconds: number; containers: Container[] } }
  }
}

describe('the compose file', () => {
  const { services } = parse(read('deploy/compose.yaml'), { merge: true }) as {
    services: Record<string, Service>
  }

  test('runs two webs and three workers on Postgres and Redis', () => {
    expect(Object.keys(services).sort()).toEqual(['postgres', 'redis', 'web', 'worker'])
    expect([services['web']?.deploy?.replicas, services['worker']?.deploy?.replicas]).toEqual([
      2, 3,
    ])
  })

  test.each(['web', 'worker'])('%s: its role, known variables, time to drain', (name) => {
    const { environment = {}, stop_grace_period: grace = '' } = services[name] ?? {}
    expect(environment['FLOWMASTERS_ROLE']).toBe(name)
    expect(Object.keys(environment).filter((variable) => !known.has(variable))).toEqual([])
    expect(Number.parseInt(grace, 10)).toBeGreaterThan(DRAIN_SECONDS)
  })

  test('every variable it takes from outside is in the example, and the other way round', () => {
    const taken = [...read('deploy/compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map(
      ([, name]) => name,
    )
    const offered = [...read('deploy/.env.example').matchAll(/^([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    )
    expect([...new Set(taken)].sort()).toEqual(offered.sort())
  })
})

describe('the Kubernetes example', () => {
  const documents = parseAllDocuments(read('deploy/kubernetes.yaml'))
  const resources = documents.map((document) => document.toJS() as Resource)
  const deployments = resources.filter(({ kind }) => kind === 'Deployment')

  test('is YAML without mistakes', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([])
    expect(deployments.map(({ spec }) => spec.replicas)).toEqual([2, 3])
  })

  test('names known variables, and leaves time to drain', () => {
    const secret = resources.find(({ kind }) => kind === 'Secret')?.stringData ?? {}
    const named = deployments.flatMap(({ spec }) =>
      spec.template.spec.containers.flatMap(({ env }) => env.map(({ name }) => name)),
    )
    expect([...Object.keys(secret), ...named].filter((name) => !known.has(name))).toEqual([])
    for (const { spec } of deployments) {
      expect(spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(DRAIN_SECONDS + 5)
    }
  })

  test('asks addresses that the API has', () => {
    const [web] = deployments[0]?.spec.template.spec.containers ?? []
    const asked = [web?.livenessProbe?.httpGet.path, web?.readinessProbe?.httpGet.path]
    expect(asked).toEqual(['/api/health/live', '/api/health/ready'])
    const endpoints = read('docs/operations.md')
    for (const address of asked) expect(endpoints).toContain(`${address}`)
  })
})

describe('the image', () => {
  const lines = read('deploy/Dockerfile').split('\n')

  test('copies what is there, and calls scripts that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1))
    expect(copied.filter((file) => !existsSync(path.join(projectDir, file)))).toEqual([])
    const called = [...lines.join('\n').matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
    expect(called.filter((name) => scripts[name] === undefined)).toEqual([])
    expect(called).toEqual(['build:web'])
  })

  test('starts a file that is there, as an unprivileged user, with node itself as the first process', () => {
    const command = lines.find((line) => line.startsWith('CMD ')) ?? ''
    const [program, ...args] = JSON.parse(command.slice(4)) as string[]
    expect(program).toBe('node')
    expect(existsSync(path.join(projectDir, args.at(-1) ?? ''))).toBe(true)
    expect(lines).toContain('USER node')
  })

  test('leaves local secrets and data out of the build', () => {
    const ignored = read('.dockerignore').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['**/.env', '.flowmasters', 'node_modules']))
  })
})
