import { type CompiledCondition, compileCondition } from './compileCondition.ts'
import type { Filter } from './filter.ts'
import type { AnyEvent, FailedCondition, FilterExplanation } from './filterExplanation.ts'

/** A filter made ready: compile once, ask often. Neither function ever throws. */
export type CompiledFilter = {
  matches: (event: AnyEvent) => boolean
  /** The same verdict, and every condition that stands in the way; for the decision log and the preview. */
  explain: (event: AnyEvent) => FilterExplanation
}

/** Prepares a parsed filter. Router, preview and tests all use this one evaluator. */
export function compileFilter(filter: Filter): CompiledFilter {
  const node = compileNode(filter)
  return {
    matches: (event) => node.matches(event),
    explain: (event) => {
      const isMatch = node.matches(event)
      const failed: FailedCondition[] = []
      if (!isMatch) node.collect(event, true, failed)
      return { isMatch, failed }
    },
  }
}

type Node = {
  matches: (event: AnyEvent) => boolean
  /** Adds the conditions because of which the node is not what was wanted. */
  collect: (event: AnyEvent, wanted: boolean, failed: FailedCondition[]) => void
}

function compileNode(filter: Filter): Node {
  if ('all' in filter) return group(filter.all.map(compileNode), 'every')
  if ('any' in filter) return group(filter.any.map(compileNode), 'some')
  if ('not' in filter) return negation(compileNode(filter.not))
  return leaf(compileCondition(filter))
}

function group(nodes: readonly Node[], quantifier: 'every' | 'some'): Node {
  return {
    matches: (event) => nodes[quantifier]((node) => node.matches(event)),
    collect: (event, wanted, failed) => {
      for (const node of nodes) node.collect(event, wanted, failed)
    },
  }
}

function negation(node: Node): Node {
  return {
    matches: (event) => !node.matches(event),
    collect: (event, wanted, failed) => node.collect(event, !wanted, failed),
  }
}

function leaf(condition: CompiledCondition): Node {
  return {
    matches: condition.matches,
    collect: (event, wanted, failed) => {
      if (condition.matches(event) === wanted) return
      failed.push({ ...condition.describe(event), ...(wanted ? {} : { isNegated: true }) })
    },
  }
}
