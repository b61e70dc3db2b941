/** Something that was registered and can be taken back. */
export interface Disposable {
  dispose(): void
}

/** Several as one; the last registered goes first. */
export function allOf(...parts: readonly (Disposable | (() => void))[]): Disposable {
  return {
    dispose: () => {
      for (const part of parts.toReversed())
        if (typeof part === 'function') part()
        else part.dispose()
    },
  }
}
