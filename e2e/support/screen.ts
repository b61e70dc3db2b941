import { expect, type Locator, type Page } from '@playwright/test'

/** One of the landmarks of the screen, by its name. */
export const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true })

export const verdict = (page: Page): Locator => region(page, 'Verdict')
export const request = (page: Page): Locator => region(page, 'Request')
export const details = (page: Page): Locator => region(page, 'Details')

/** The requests in the tests tab. */
export const rows = (page: Page): Locator =>
  details(page).getByRole('listbox', { name: 'Requests' }).getByRole('option')

/** Monaco's own field, as screen readers find it; the plain field before it has the same name. */
export const editor = (page: Page): Locator =>
  page.getByRole('textbox', { name: /^Policy .+, JSON editor/ })

/** Opens the page and waits until the editor is there: only Monaco draws marks. */
export async function openPage(page: Page): Promise<void> {
  await page.goto('./')
  await expect(region(page, 'Policies')).toContainText('allows this request')
}

/** Replaces the text of the policy on screen, as pasting does. */
export async function writePolicy(page: Page, text: string): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(text)
}

/** Runs a command by its name from the palette, as one can at every size of the window. */
export async function runCommand(page: Page, name: string): Promise<void> {
  // The page listens to keys once it has said its verdict.
  await expect(verdict(page)).toContainText('Allowed')
  await page.keyboard.press('F1')
  await page.getByRole('combobox', { name: 'Find a command' }).fill(name)
  await page.keyboard.press('Enter')
}

/** Opens an example from the menu. */
export async function openExample(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached()
}

/** Starts an empty workspace and closes the notice of it. */
export async function startNew(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New workspace' }).click()
  await page.getByRole('button', { name: 'Dismiss' }).last().click()
}

/** Adds a policy of a type, by the words of the menu. */
export async function addPolicy(page: Page, type: string): Promise<void> {
  await page.getByRole('button', { name: 'Policy: add one' }).click()
  await page.getByRole('menuitem', { name: type }).click()
}

/** A policy with one statement. */
export const policy = (statement: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statement })
