import type { Filter } from './filter.ts'
import { filterInvalid } from './filterInvalid.ts'
import { filterLimits } from './filterLimits.ts'
import { parseCondition } from './parseCondition.ts'
import { isRecord } from '../kernel/isRecord.ts'

/** How the root is called in messages; the field's name in a subscription. */
const rootPath = 'filters'

/**
 * Reads a stored or posted filter: a list (all must hold), a group or one condition; nothing at all lets every event through.
 * Throws FLOW_FILTER_INVALID whose message names the bad node (`filters[2].operator`) and what is expected.
 */
export function parseFilter(input: unknown): Filter {
  if (input === undefined || input === null) return { all: [] }
  return parseNode({ input, path: rootPath, depth: 0, budget: { conditions: 0 } })
}

type NodeInput = {
  input: unknown
  path: string
  depth: number
  /** Shared by the whole tree. */
  budget: { conditions: number }
}

function parseNode(node: NodeInput): Filter {
  const { input, path, depth, budget } = node
  if (depth > filterLimits.depth) {
    throw filterInvalid(path, `groups may be nested at most ${filterLimits.depth} deep`)
  }
  if (Array.isArray(input)) return { all: parseList(input, node) }
  if (!isRecord(input)) {
    throw filterInvalid(path, 'expected a list of conditions, a group or a condition')
  }
  const groupName = groupNames.find((name) => Object.hasOwn(input, name))
  if (groupName === undefined) {
    budget.conditions += 1
    if (budget.conditions > filterLimits.conditions) {
      throw filterInvalid(path, `at most ${filterLimits.conditions} conditions are allowed`)
    }
    return parseCondition(input, path)
  }
  return parseGroup(groupName, input, node)
}

const groupNames = ['all', 'any', 'not'] as const

function parseGroup(name: (typeof groupNames)[number], input: object, node: NodeInput): Filter {
  const path = `${node.path}.${name}`
  const stray = Object.keys(input).find((key) => key !== name && key !== 'id')
  if (stray !== undefined) {
    throw filterInvalid(`${node.path}.${stray}`, `not expected beside "${name}"`)
  }
  const content = (input as Record<string, unknown>)[name]
  const inner = { ...node, input: content, path, depth: node.depth + 1 }
  if (name === 'not') return { not: parseNode(inner) }
  if (!Array.isArray(content)) throw filterInvalid(path, 'expected a list')
  if (name === 'all') return { all: parseList(content, inner) }
  // An empty "any" would silently never let anything through.
  if (content.length === 0) throw filterInvalid(path, 'expected at least one condition')
  return { any: parseList(content, inner) }
}

function parseList(list: readonly unknown[], node: NodeInput): Filter[] {
  if (list.length > filterLimits.conditions) {
    throw filterInvalid(node.path, `at most ${filterLimits.conditions} conditions are allowed`)
  }
  return list.map((input, index) =>
    parseNode({
      ...node,
      input,
      path: `${node.path}[${index}]`,
      // A list inside a list is a group too.
      depth: Array.isArray(input) ? node.depth + 1 : node.depth,
    }),
  )
}
