import js from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import jsxA11y from 'eslint-plugin-jsx-a11y-x'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const pure = [
  'policy',
  'reference',
  'request',
  'evaluator',
  'workspace',
  'checks',
  'language',
  'share',
  'import',
  'lessons',
]

/**
 * The law of the house: what each folder of src may import, namely the folders below it and the
 * packages it needs. Tests and benchmarks may import anything.
 */
const house = {
  policy: { below: [], packages: ['jsonc-parser'] },
  reference: { below: ['policy'], packages: [] },
  request: { below: ['policy'], packages: [] },
  evaluator: { below: ['policy', 'request'], packages: [] },
  workspace: { below: ['policy', 'request', 'evaluator'], packages: [] },
  checks: { below: ['policy', 'reference'], packages: [] },
  language: { below: ['policy', 'reference', 'request', 'evaluator'], packages: [] },
  share: {
    below: ['policy', 'request', 'evaluator', 'workspace'],
    packages: ['fflate', '@noble/hashes', '@scure/base'],
  },
  import: { below: ['policy', 'request', 'evaluator', 'workspace'], packages: ['yaml'] },
  lessons: { below: ['policy', 'evaluator', 'workspace'], packages: [] },
  storage: { below: ['workspace'], packages: ['idb-keyval'] },
  store: { below: [...pure, 'storage'], packages: ['zustand'] },
  controls: { below: [], packages: ['react', 'react-aria-components'] },
  editor: {
    below: ['policy', 'reference', 'language', 'store', 'controls'],
    packages: ['monaco-editor', '@monaco-editor/react', 'react'],
  },
  panels: {
    below: [...pure, 'storage', 'store', 'controls'],
    packages: ['react', 'qr', 'marked'],
  },
  app: {
    below: ['storage', 'store', 'editor', 'panels', 'controls', 'lessons', 'share', 'import'],
    packages: ['react', 'react-dom'],
  },
  embed: {
    below: [...pure, 'controls'],
    packages: ['react', 'react-dom'],
  },
  cli: { below: pure, packages: ['node:'] },
}

const folders = Object.keys(house)
const anyOf = (names) => `(?:${names.join('|') || '(?!)'})`

/** Matches every import that is neither one of ours nor one of these packages. */
const otherThan = (packages) =>
  `^(?![.#]|${anyOf(packages.map((name) => (name.endsWith(':') ? name : `${name}(?:/|$)`)))})`

const importRules = (folder, below, packages) => ({
  'import-x/no-restricted-paths': [
    'error',
    {
      zones: [
        {
          target: `./src/${folder}`,
          from: './src',
          except: [folder, ...below].map((name) => `./${name}`),
          message: `src/${folder} may import ${below.join(', ') || 'only its own files'}.`,
        },
      ],
    },
  ],
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: otherThan(packages), message: `src/${folder} may not use this package.` },
        {
          regex: `^(?:\\.\\./)+${anyOf(folders)}/`,
          message: 'Enter another folder by its face: #folder.',
        },
      ],
    },
  ],
})

const boundaries = Object.entries(house).map(([folder, { below, packages }]) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  ignores: ['**/*.{test,bench}.{ts,tsx}'],
  rules: importRules(folder, below, packages),
}))

export default defineConfig(
  globalIgnores(['dist', 'test-results', 'playwright-report']),

  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  importX.flatConfigs.typescript,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })],
    },
    rules: {
      'import-x/no-cycle': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A number in a template reads the same everywhere; the rule is kept for objects and undefined.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `onPress={() => close()}` is how handlers are written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `while (true)` is how readers and walkers loop until they return.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // `_` in front says that a parameter is there for its place only.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'A face lists its names.' },
      ],
    },
  },

  ...boundaries,
  {
    // The one file of the store that knows React.
    files: ['src/store/react.ts'],
    rules: importRules('store', house.store.below, [...house.store.packages, 'react']),
  },

  {
    // What comes only when somebody presses Edit in an embedded page: the editor, and the store that it needs.
    files: ['src/embed/edit/**/*.{ts,tsx}'],
    rules: importRules('embed', [...house.embed.below, 'store', 'editor'], house.embed.packages),
  },

  {
    files: ['src/{store,controls,editor,panels,app,embed}/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.configs.recommended],
  },
  {
    files: ['**/*.{test,bench}.{ts,tsx}', 'e2e/**'],
    rules: {
      // In a test a wrong `!` fails the test, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
)
