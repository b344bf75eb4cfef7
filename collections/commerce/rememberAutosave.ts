import type { CollectionBeforeOperationHook } from 'payload'

/** Remembers that a write is an autosave; the change hooks are not told. */
export const rememberAutosave: CollectionBeforeOperationHook = ({ args, context, operation }) => {
  if (operation !== 'create' && operation !== 'update') return args
  context['isAutosave'] = 'autosave' in args && args.autosave === true
  return args
}
