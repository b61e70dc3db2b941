import type { Plugin } from 'vite'
import { jsonSchema, schemaTypes } from '../src/policy/schema.ts'

const files = new Map(
  schemaTypes.map((type) => [
    `schema/${type}.json`,
    `${JSON.stringify(jsonSchema(type), null, 2)}\n`,
  ]),
)

/** Publishes the policy grammar as standard JSON Schema, one file per policy type, at `/schema/<type>.json`. */
export function schemaFiles(): Plugin {
  return {
    name: 'schema-files',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const schema = files.get((request.url ?? '').replace(/^\/|\?.*$/gu, ''))
        if (schema === undefined) next()
        else response.setHeader('Content-Type', 'application/json').end(schema)
      })
    },
    generateBundle() {
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source })
    },
  }
}
