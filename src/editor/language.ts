import type { languages } from 'monaco-editor/editor'

/** Our own language id, so that nothing of Monaco's JSON support comes along. */
export const languageId = 'iam-policy'

/** Brackets, quotes and indentation. JSON has no comments, so none can be toggled. */
export const configuration: languages.LanguageConfiguration = {
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '"', close: '"', notIn: ['string'] },
  ],
  surroundingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '"', close: '"' },
  ],
  indentationRules: {
    increaseIndentPattern: /[{[][^}\]]*$/,
    decreaseIndentPattern: /^\s*[}\]]/,
  },
  // An action, an ARN, a condition key is one word for suggestions and for the highlight of equal ones.
  wordPattern: /[^\s"{}[\],\\]+/g,
}

/**
 * Colours only, no judgement: what is wrong is said by findings. Every token inside quotes is named `string…`,
 * by which Monaco knows not to match brackets there and to ask for completions of strings.
 */
export const tokens: languages.IMonarchLanguage = {
  defaultToken: 'invalid',
  brackets: [
    { open: '{', close: '}', token: 'delimiter.bracket' },
    { open: '[', close: ']', token: 'delimiter.array' },
  ],
  tokenizer: {
    root: [
      [/\s+/, 'white'],
      [/[{}[\]]/, '@brackets'],
      [/[,:]/, 'delimiter'],
      // A string without an end stops at the end of its line.
      [/"(?:[^"\\]|\\.)*\\?$/, 'string.invalid'],
      [/"(?=(?:[^"\\]|\\.)*"\s*:)/, 'string.key', '@key'],
      [/"/, 'string.value', '@value'],
      [/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/, 'number'],
      [/(?:true|false|null)\b/, 'keyword'],
      [/\/\/.*$/, 'invalid'],
      [/\/\*/, 'invalid', '@comment'],
      [/'(?:[^'\\]|\\.)*'?/, 'invalid'],
      [/\w+/, 'invalid'],
    ],
    key: [[/"/, 'string.key', '@pop'], { include: '@escapes' }, [/[^"\\]+/, 'string.key']],
    value: [
      [/"/, 'string.value', '@pop'],
      { include: '@escapes' },
      [/\$\{[^}"\\]*\}/, 'string.variable'],
      [/[^"\\$]+|\$/, 'string.value'],
    ],
    escapes: [
      [/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/, 'string.escape'],
      [/\\./, 'string.invalid'],
    ],
    comment: [
      [/\*\//, 'invalid', '@pop'],
      [/[^*]+|\*/, 'invalid'],
    ],
  },
}
