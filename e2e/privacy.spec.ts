// Playwright's own `test`: ours would fail on the very refusal that is wanted here.
import { expect, test } from '@playwright/test'

test('the browser itself refuses to send anything elsewhere', async ({ page }) => {
  await page.goto('./')
  const refused = await page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        resolve(`${event.effectiveDirective} ${event.blockedURI}`)
      })
    })
    await fetch('https://elsewhere.invalid/?policy=secret').catch(() => undefined)
    return violation
  })
  expect(refused).toBe('connect-src https://elsewhere.invalid/?policy=secret')
})
