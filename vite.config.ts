import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { embedPage } from './scripts/embed-plugin.ts'
import { referenceFiles } from './scripts/reference-plugin.ts'
import { schemaFiles } from './scripts/schema-plugin.ts'

/**
 * What the page may load and where it may send: its own files, and nowhere. That nothing leaves the
 * browser is thereby enforced by the browser. Monaco and React Aria need inline styles.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Only in the build: the development server needs inline scripts to replace modules. */
const csp: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
}

/** The page speaks one language, so the words of React Aria's other thirty stay out of the build. */
const oneLanguage: Plugin = {
  name: 'one-language',
  enforce: 'pre',
  load: (id) =>
    /\/react-aria\/.*\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id)
      ? 'export default undefined'
      : undefined,
}

/** The page for other sites' frames; its rules are the same. */
const embed = embedPage(
  () => [react(), oneLanguage],
  `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />`,
)

/**
 * A worker that keeps the whole site in the browser: the app and all facts about AWS. It is registered, and newer versions are
 * offered, by src/app/offline.ts; the manifest is a file of its own.
 */
const offline = VitePWA({
  strategies: 'generateSW',
  registerType: 'prompt',
  injectRegister: false,
  manifest: false,
  workbox: {
    // What is shown in other sites' pages is fetched with them.
    globIgnores: ['embed/**', 'embed-demo.html'],
    globPatterns: ['**/*.{html,js,css,ttf,svg,png,webmanifest}', 'reference/**/*.json'],
    // Monaco in one piece.
    maximumFileSizeToCacheInBytes: 8_000_000,
    // Their names change with their content.
    dontCacheBustURLsMatching: /(?:^|\/)(?:assets|reference)\//u,
    // What is beside the site on its host is none of the worker's business, so no address falls back to the page...
    navigateFallback: null,
    // ...but the page is the page whatever stands behind the question mark.
    ignoreURLParametersMatching: [/./u],
    // The page that is open for the first time can go offline too.
    clientsClaim: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
})

export default defineConfig({
  // Relative addresses, so that the site can live in any folder of any host.
  base: './',
  plugins: [react(), oneLanguage, csp, schemaFiles(), referenceFiles(), embed, offline],
  build: {
    // Read by scripts/bundle-budget.ts.
    manifest: true,
    // Monaco alone is larger than the size at which Vite warns; the budget is what counts.
    chunkSizeWarningLimit: 5000,
  },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    // No test is about time; this only ends one that hangs, also on a machine that is busy with others.
    testTimeout: 60_000,
  },
})
