import { FlowError, quoteOf } from '../../../src/index.ts'

/** What can be wrong with a request before it is sent. */
export const httpRequestError = {
  urlInvalid: () =>
    new FlowError({
      code: 'FLOW_HTTP_URL_INVALID',
      message:
        'the address must start with https:// or http:// and name its server without templates or a password.',
      hint: 'Templates may stand in the path and the query: https://api.example.com/orders/{{ data.current.id }}?from=site',
      details: { field: 'url' },
      status: 400,
    }),
  pathEscapes: () =>
    new FlowError({
      code: 'FLOW_HTTP_PATH_INVALID',
      message: 'a value of the event would change the path of the address.',
      hint: 'A value in the path must not be empty, "." or "..".',
      details: { field: 'url' },
      status: 400,
    }),
  bodyInvalid: (problem: string) =>
    new FlowError({
      code: 'FLOW_HTTP_BODY_INVALID',
      message: `the body is not valid JSON: ${quoteOf(problem)}.`,
      hint: 'Values of the event go inside quotes: {"name": "{{ data.current.name }}"}.',
      details: { field: 'body', problem: quoteOf(problem) },
      status: 400,
    }),
  bodyMissing: (field: 'body' | 'mapping') =>
    new FlowError({
      code: 'FLOW_HTTP_BODY_MISSING',
      message: 'this kind of body needs its template or its rules.',
      hint: 'Fill in the template or add a rule, or choose another kind of body.',
      details: { field },
      status: 400,
    }),
  secretMissing: (field: string) =>
    new FlowError({
      code: 'FLOW_HTTP_SECRET_MISSING',
      message: `the sign-in needs the field "${field}".`,
      hint: 'Fill it in, or choose "none".',
      details: { field },
      status: 400,
    }),
}
