import { servicesMatching } from '#reference'
import { defineCheck, fix } from '../check.ts'
import { listed } from '../wording.ts'

/** More services than these are not written out by a fix. */
const most = 20

/** A wildcard before the colon: it also means services that do not exist yet. */
export default defineCheck({
  id: 'wildcard-in-service-name',
  severity: 'suggestion',
  appliesTo: 'all',
  needs: 'names',
  peers: ['Access Analyzer'],
  action({ value, span }, { edit, reference, report }) {
    const [prefix = '', name = '', ...more] = value.split(':')
    if (!/[*?]/u.test(prefix) || name === '' || more.length > 0) return
    const services = servicesMatching(reference, prefix)
    // No service at all is a graver finding than too many.
    if (services === 'notLoaded' || services.length === 0) return
    if (/^\*+$/u.test(prefix)) {
      report(
        span,
        `"${value}" reaches over all ${services.length} services of today, and every new one joins by itself.`,
      )
      return
    }
    const prefixes = services.map((service) => service.prefix)
    report(
      span,
      `"${prefix}" matches ${prefixes.length === 1 ? 'one service' : `${prefixes.length} services`} today: ${listed(prefixes)}. A new service whose prefix fits joins by itself.`,
      {
        fixes:
          prefixes.length <= most
            ? [
                fix(
                  prefixes.length === 1 ? `Write ${prefixes[0] ?? ''}` : 'Write out the services',
                  edit.replaceItem(
                    span,
                    prefixes.map((service) => `${service}:${name}`),
                  ),
                ),
              ]
            : [],
      },
    )
  },
})
