import type { CheckInfo } from './check.ts'

const everywhere = { severity: 'error', appliesTo: 'all' } as const

/**
 * What reading a policy reports before any check runs: a text that is no JSON, or JSON that is no policy. The findings come
 * from `readPolicy`; their pages stand here with those of the checks.
 */
export const readerFindings: readonly CheckInfo[] = [
  { id: 'data-type-mismatch', ...everywhere, peers: ['Access Analyzer'] },
  { id: 'duplicate-json-key', ...everywhere, peers: [] },
  { id: 'invalid-condition-data-type', ...everywhere, peers: ['Access Analyzer'] },
  { id: 'invalid-policy-element', ...everywhere, peers: ['Access Analyzer', 'parliament'] },
  { id: 'json-comment', ...everywhere, peers: [] },
  { id: 'json-syntax-error', ...everywhere, peers: ['Access Analyzer', 'parliament'] },
  { id: 'json-trailing-comma', ...everywhere, peers: [] },
  { id: 'missing-statement', ...everywhere, peers: ['Access Analyzer', 'parliament'] },
]
