import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { readReferenceSource } from '../src/cli/reference-from-disk.ts'
import { compileNames, compileService } from '../src/reference/index.ts'

/** The files by name, without their folder: `names.json` and one per service. */
function compileFiles(): ReadonlyMap<string, string> {
  const source = readReferenceSource()
  return new Map([
    ['names.json', JSON.stringify(compileNames(source))],
    ...source.services.map(
      (service) => [`${service.prefix}.json`, JSON.stringify(compileService(service))] as const,
    ),
  ])
}

/** Changes whenever any file does, so that every file can be cached for ever. */
function digestOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [name, text] of files) hash.update(`${name}\n${text}\n`)
  return hash.digest('hex').slice(0, 12)
}

/**
 * Publishes the compiled facts about AWS at `reference/<digest>/`, and tells the app that folder as
 * `import.meta.env.REFERENCE_FOLDER`. Nothing of it is written to the working tree.
 */
export function referenceFiles(): Plugin {
  let files: ReadonlyMap<string, string> = new Map()
  let folder = ''
  return {
    name: 'reference-files',
    // Tests read the package itself, and the preview has the files of the build.
    apply: (_config, { isPreview, mode }) => isPreview !== true && mode !== 'test',
    config() {
      files = compileFiles()
      folder = `reference/${digestOf(files)}`
      return { define: { 'import.meta.env.REFERENCE_FOLDER': JSON.stringify(folder) } }
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/^\/|\?.*$/gu, '')
        const text = path.startsWith(`${folder}/`)
          ? files.get(path.slice(folder.length + 1))
          : undefined
        if (text === undefined) next()
        else response.setHeader('Content-Type', 'application/json').end(text)
      })
    },
    // Not emitted as assets of the bundle: the build would list and compress each of them.
    writeBundle({ dir = 'dist' }) {
      mkdirSync(join(dir, folder), { recursive: true })
      for (const [name, text] of files) writeFileSync(join(dir, folder, name), text)
    },
  }
}
