/**
 * The policy language: text in, a document with the place of everything out; patterns, ARNs, the names of operators.
 * Knows no request and decides nothing.
 */
export {
  parseConditionOperator,
  conditionOperatorNames,
  type ConditionOperator,
} from './condition.ts'
export {
  policyTypes,
  statementName,
  type Clause,
  type ConditionClause,
  type Effect,
  type PolicyDocument,
  type PolicySource,
  type PolicyType,
  type PrincipalClause,
  type PrincipalKind,
  type PrincipalPattern,
  type Statement,
  type StatementFault,
} from './document.ts'
export {
  arnFields,
  compileArnPattern,
  compileResource,
  matchesArnPattern,
  matchesResource,
  splitArn,
  variableOutsideResourcePart,
  type ArnParts,
  type ArnPattern,
  type ResourcePattern,
} from './arn.ts'
export { applyEdits, type Finding, type Fix, type Severity, type TextEdit } from './finding.ts'
export {
  documentElements,
  faultsOf,
  grammar,
  grammarType,
  isTrustPolicy,
  principalKeys,
  statementElements,
  statementGrammar,
  type ElementEntry,
  type ElementShape,
  type GrammarType,
  type Presence,
} from './grammar.ts'
export {
  describeKind,
  member,
  readJson,
  type JsonMember,
  type JsonNode,
  type JsonObject,
} from './json.ts'
export { formatPolicy } from './format.ts'
export { likelyType, type LikelyType } from './likely-type.ts'
export { locate, type JsonLocation } from './location.ts'
export { markSpans, readMarkedText, type MarkedText } from './marked-text.ts'
export { editDistance, nearestName } from './nearest.ts'
export {
  operators,
  type OperatorEntry,
  type OperatorName,
  type PositiveOperator,
} from './operators.ts'
export {
  compileGlob,
  covers,
  hasVariables,
  intersects,
  matchesGlob,
  parsePattern,
  resolveVariables,
  type Glob,
  type Piece,
  type Resolution,
  type VariableFlaw,
} from './pattern.ts'
export { readPolicy } from './read.ts'
export { jsonSchema, schemaTypes, type JsonSchema } from './schema.ts'
export { touches, type Located, type Span } from './span.ts'
