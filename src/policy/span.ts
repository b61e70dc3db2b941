/** Half-open range of UTF-16 offsets into the policy's own text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A value and the place where it was written; for strings the span includes the quotes. */
export interface Located<T> {
  readonly value: T
  readonly span: Span
}

/** Whether `offset` lies in `span`, both ends included: a caret touches the token on either side. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end
}
