import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  build,
  type InlineConfig,
  type Plugin,
  type PluginOption,
  type ResolvedConfig,
  type Rolldown,
} from 'vite'

const page = 'src/embed/index.html'
const moduleScript = /<script type="module"[^>]*><\/script>/u

/** What shows a policy in a frame must be light: Preact draws it with a tenth of the code. The editor brings React itself. */
const light = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': 'preact/compat/client',
  react: 'preact/compat',
}

interface Script {
  readonly file: string
  readonly styles: string | undefined
}

/**
 * Publishes the page for other sites' frames at `embed/`. Its scripts are classic ones, and nothing is fetched by `crossorigin`:
 * a sandboxed frame has no origin, so a browser loads modules into it only from hosts that send a header to allow that, and many
 * don't. `plugins` are those that both builds need; `head` is written into the page.
 */
export function embedPage(plugins: () => PluginOption[], head: string): Plugin {
  let config: ResolvedConfig
  return {
    name: 'embed-page',
    apply: (_config, { isPreview, mode }) => isPreview !== true && mode !== 'test',
    configResolved(resolved) {
      config = resolved
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!/^\/embed\/(?:index\.html)?(?:\?|$)/u.test(request.url ?? '')) {
          next()
          return
        }
        server
          .transformIndexHtml('/embed/index.html', readFileSync(page, 'utf8'))
          .then((html) => response.setHeader('Content-Type', 'text/html').end(html), next)
      })
    },
    // Before anything that lists the finished files.
    writeBundle: {
      order: 'pre',
      async handler({ dir = 'dist' }) {
        const outDir = join(dir, 'embed')
        const script = (name: string, entry: string, alias = {}) =>
          buildScript({ name, entry, outDir }, config, { plugins: plugins(), resolve: { alias } })
        const view = await script('view', 'src/embed/main.tsx', light)
        const edit = await script('edit', 'src/embed/edit/main.tsx')
        const tag =
          `<script defer src="./${view.file}" data-edit="./${edit.file}"` +
          `${edit.styles ? ` data-edit-styles="./${edit.styles}"` : ''}></script>`
        const styles = view.styles ? `<link rel="stylesheet" href="./${view.styles}" />` : ''
        writeFileSync(
          join(outDir, 'index.html'),
          readFileSync(page, 'utf8')
            .replace('<head>', `<head>\n    ${head}`)
            .replace(moduleScript, `${styles}\n    ${tag}`),
        )
      },
    },
  }
}

/** One classic script with all it needs, and its styles. */
async function buildScript(
  {
    name,
    entry,
    outDir,
  }: { readonly name: string; readonly entry: string; readonly outDir: string },
  { root, mode, define }: ResolvedConfig,
  more: InlineConfig,
): Promise<Script> {
  const folder = 'import.meta.env.REFERENCE_FOLDER'
  const built = await build({
    configFile: false,
    root,
    mode,
    base: './',
    logLevel: 'warn',
    publicDir: false,
    ...more,
    define: { [folder]: define?.[folder] as unknown },
    build: {
      outDir,
      emptyOutDir: false,
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: join(root, entry),
        output: {
          format: 'iife',
          codeSplitting: false,
          entryFileNames: `assets/${name}-[hash].js`,
          assetFileNames: `assets/${name}-[hash][extname]`,
        },
        // Monaco asks for its own address only where nobody gives it a worker.
        checks: { emptyImportMeta: false },
      },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  const files = outputs.flatMap(({ output }) => output.map(({ fileName }) => fileName))
  const file = outputs
    .flatMap(({ output }) => output)
    .find((one) => one.type === 'chunk' && one.isEntry)?.fileName
  if (file === undefined) throw new Error(`${entry} has become no script`)
  return { file, styles: files.find((name) => name.endsWith('.css')) }
}
