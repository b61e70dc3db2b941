import { test as base, expect } from '@playwright/test'

/**
 * Playwright's `test`, with a promise of ours kept in every one of them: the page reports no error,
 * breaks no rule of its content security policy (which the browser reports as an error) and asks no
 * other host for anything.
 */
export const test = base.extend<{ promises: undefined }>({
  promises: [
    async ({ context, baseURL }, use) => {
      const broken: string[] = []
      context.on('weberror', (error) => broken.push(`uncaught: ${error.error().message}`))
      context.on('console', (message) => {
        if (message.type() === 'error') broken.push(`console: ${message.text()}`)
      })
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        const local = ['data:', 'blob:', 'about:'].includes(protocol)
        if (!local && origin !== new URL(baseURL ?? '').origin)
          broken.push(`request to another host: ${request.url()}`)
      })
      await use(undefined)
      expect(broken).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
