import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility.ts'
import { linkTo } from './support/links.ts'
import { editor, openPage, policy, region, request, verdict } from './support/screen.ts'
import { expect, test } from './support/test.ts'

interface File {
  readonly name: string
  readonly text: string
}

const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Open' })
const found = (page: Page): Locator => sheet(page).getByRole('list', { name: 'What was found' })
const tabs = (page: Page): Locator => region(page, 'Policies').getByRole('tab')
const notices = (page: Page): Locator => region(page, 'Notices')
const title = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true })

/** The page is there; whoever needs the editor waits for it. */
async function start(page: Page): Promise<void> {
  await page.goto('./')
  await expect(request(page)).toContainText('s3:GetObject')
}

async function openSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Open…' }).click()
  await expect(sheet(page)).toBeVisible()
}

/** Chooses files as the browser's own window does. */
async function choose(page: Page, ...files: readonly File[]): Promise<void> {
  await openSheet(page)
  const chooser = page.waitForEvent('filechooser')
  await sheet(page).getByRole('button', { name: 'Choose files…' }).click()
  await (
    await chooser
  ).setFiles(
    files.map(({ name, text }) => ({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })),
  )
}

/** Lets files go over a part of the page. */
async function drop(target: Locator, ...files: readonly File[]): Promise<void> {
  const dataTransfer = await target.page().evaluateHandle((list) => {
    const data = new DataTransfer()
    for (const { name, text } of list) data.items.add(new File([text], name))
    return data
  }, files)
  await target.dispatchEvent('dragover', { dataTransfer })
  await target.dispatchEvent('drop', { dataTransfer })
}

/** Pastes as the keyboard does, with the focus on nothing. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(async (pasted) => {
    await navigator.clipboard.writeText(pasted)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }, text)
  await page.keyboard.press('ControlOrMeta+V')
}

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }
const identity = policy(statement)
const bucket = policy({ ...statement, Principal: '*' })
const scp = policy({
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
})

const workspace = (name: string) => ({
  sidelight: 1,
  title: name,
  policies: [{ name: 'app', type: 'identity', text: identity }],
  scenarios: [
    {
      name: 'one',
      principal: { arn: 'arn:aws:iam::111122223333:role/app' },
      action: 's3:GetObject',
      resource: { arn: 'arn:aws:s3:::b/k' },
    },
  ],
})

const json = (name: string, value: unknown): File => ({ name, text: JSON.stringify(value) })

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
})

test('the sheet says what can be opened', async ({ page }) => {
  await start(page)
  await openSheet(page)
  await expect(sheet(page)).toContainText('up to 5 MB each')
  await expectAccessible(page, 'dialog')
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Workspace', exact: true })).toBeFocused()
})

test('a workspace file opens as a copy, with a way back', async ({ page }) => {
  await start(page)
  await choose(page, json('one.sidelight.json', workspace('Buckets of the team')))
  await expect(title(page, 'Buckets of the team')).toBeAttached()
  await expect(notices(page).getByText('Opened: Buckets of the team')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(title(page, 'Read reports, except salaries')).toBeAttached()
})

test('what of a workspace can’t be read is told', async ({ page }) => {
  await start(page)
  const partly = { ...workspace('Partly'), scenarios: [{ name: 'one' }] }
  await choose(page, json('partly.json', partly))
  await expect(title(page, 'Partly')).toBeAttached()
  await expect(page.getByRole('complementary', { name: 'Parts left out' })).toContainText(
    'left out',
  )
})

test.describe('several workspaces', () => {
  const list = [workspace('The first'), workspace('The second')]

  test('are a list to choose from', async ({ page }) => {
    await start(page)
    await drop(page.getByRole('main'), json('all.json', list))
    await expect(found(page)).toContainText('all.json: Looks like 2 workspaces.')
    await expectAccessible(page, 'dialog')
    await sheet(page).getByRole('button', { name: 'Open The second' }).click()
    await expect(title(page, 'The second')).toBeAttached()
    await expect(sheet(page)).toBeHidden()
  })

  test('are kept together as drafts', async ({ page }) => {
    await start(page)
    await drop(page.getByRole('main'), json('a.json', list[0]), json('b.json', list[1]))
    await sheet(page).getByRole('button', { name: 'Keep all as drafts' }).click()
    await expect(notices(page).getByText('Kept 2 workspaces among your drafts.')).toBeVisible()
    await page.getByRole('button', { name: 'Workspace', exact: true }).click()
    await page.getByRole('menuitem', { name: 'My workspaces…' }).click()
    await expect(page.getByRole('dialog')).toContainText('The first')
    await expect(page.getByRole('dialog')).toContainText('The second')
  })
})

test.describe('a bare policy', () => {
  test('is pasted outside of any field, with its type said', async ({ page }) => {
    await start(page)
    await paste(page, bucket)
    await expect(found(page)).toContainText('Looks like a policy.')
    await expect(sheet(page)).toContainText(
      'Taken as a resource policy, because it names a Principal.',
    )
    await expectAccessible(page, 'dialog')
    await sheet(page).getByRole('button', { name: 'Add to this workspace' }).click()
    await expect(tabs(page)).toHaveCount(2)
    await expect(
      notices(page).getByText(
        'Added policy. Taken as a resource policy, because it names a Principal.',
      ),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(tabs(page)).toHaveCount(1)
  })

  test('that is of another type is changed before it is added', async ({ page }) => {
    await start(page)
    await paste(page, identity)
    await sheet(page).getByLabel('Add as').selectOption('Permissions boundary')
    await expect(sheet(page)).toContainText(
      'Taken as a permissions boundary, because you chose so.',
    )
    await sheet(page).getByRole('button', { name: 'Add to this workspace' }).click()
    await expect(tabs(page).nth(1)).toHaveAccessibleName(/boundary/)
    await expect(region(page, 'Policies').getByLabel('Type', { exact: false }).first()).toHaveValue(
      'boundary',
    )
  })

  test('pasted into the editor is text', async ({ page }) => {
    await openPage(page)
    await editor(page).focus()
    await page.evaluate((text) => navigator.clipboard.writeText(text), '"pasted-here"')
    await page.keyboard.press('ControlOrMeta+V')
    await expect(region(page, 'Policies')).toContainText('pasted-here')
    await expect(sheet(page)).toBeHidden()
  })

  test('dropped over the editor is opened, not typed into it', async ({ page }) => {
    await openPage(page)
    await drop(editor(page), { name: 'bucket.json', text: bucket })
    await expect(found(page)).toContainText('bucket.json: Looks like a policy.')
    await sheet(page).getByRole('button', { name: 'Open as a new workspace' }).click()
    await expect(tabs(page)).toHaveCount(1)
    await expect(tabs(page)).toHaveAccessibleName(/bucket/)
    await expect(region(page, 'Policies')).toContainText('"Principal"')
  })

  test('of a sort with a slip is added all the same, if wanted', async ({ page }) => {
    await start(page)
    await paste(page, '{\n  "Statement": [{"Effect": "Allow" "Action": "*"}]\n}')
    await expect(found(page)).toContainText('Line 2: found "Action", expected a comma.')
    await expectAccessible(page, 'dialog')
    await sheet(page).getByRole('button', { name: 'Add it as a policy all the same' }).click()
    await sheet(page).getByRole('button', { name: 'Open as a new workspace' }).click()
    await expect(verdict(page)).toContainText('expected a comma')
  })
})

test('several files make one list, and some can be left out', async ({ page }) => {
  await start(page)
  await drop(
    page.getByRole('main'),
    { name: 'reader.json', text: identity },
    { name: 'guard.json', text: scp },
    { name: 'notes.txt', text: 'shopping: milk' },
  )
  await expect(found(page).getByRole('listitem')).toHaveCount(3)
  await expect(found(page)).toContainText('notes.txt: There is no policy and no workspace in it.')
  await expect(sheet(page).getByLabel('Add guard as')).toHaveValue('scp')
  await sheet(page).getByRole('checkbox', { name: 'reader' }).focus()
  await page.keyboard.press('Space')
  await sheet(page).getByRole('button', { name: 'Add to this workspace' }).click()
  await expect(tabs(page)).toHaveCount(2)
  await expect(tabs(page).nth(1)).toHaveAccessibleName(/guard/)
})

test('a CloudFormation template in YAML, with its notes', async ({ page }) => {
  const text = `
Resources:
  Reports:
    Type: AWS::S3::Bucket
  ReportsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: s3:GetObject
            Resource: !Sub '\${Reports.Arn}/*'
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess]
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
`
  await start(page)
  await choose(page, { name: 'stack.yaml', text })
  await expect(found(page)).toContainText(
    'stack.yaml: Looks like a CloudFormation template with 2 policies.',
  )
  await expect(sheet(page)).toContainText('because it stands in the bucket policy ReportsPolicy.')
  await expect(sheet(page).getByRole('list', { name: 'Notes' })).toContainText(
    'Role also has arn:aws:iam::aws:policy/ReadOnlyAccess',
  )
  await expectAccessible(page, 'dialog')
  await sheet(page).getByRole('button', { name: 'Open as a new workspace' }).click()
  await expect(tabs(page)).toHaveCount(2)
})

test('an answer of the AWS CLI, and a Terraform plan', async ({ page }) => {
  await start(page)
  await paste(
    page,
    JSON.stringify({ PolicyVersion: { Document: JSON.parse(identity) as unknown } }),
  )
  await expect(found(page)).toContainText('Looks like an answer of the AWS CLI with 1 policy.')
  const resource = {
    address: 'aws_iam_role_policy.deploy',
    type: 'aws_iam_role_policy',
    mode: 'managed',
    values: { role: 'deploy', policy: identity },
  }
  await paste(page, JSON.stringify({ planned_values: { root_module: { resources: [resource] } } }))
  await expect(found(page)).toContainText('Looks like a Terraform plan with 1 policy.')
  await sheet(page).getByRole('button', { name: 'Open as a new workspace' }).click()
  // Attached to a role, it is asked about as that role.
  await expect(request(page)).toContainText('role/deploy')
})

test('a principal of an account, found among thousands', async ({ page }) => {
  const names = Array.from({ length: 3000 }, (_, index) => `worker-${index}`)
  const account = {
    UserDetailList: names.map((name) => ({
      UserName: name,
      Arn: `arn:aws:iam::111122223333:user/${name}`,
      GroupList: ['gone'],
      UserPolicyList: [
        { PolicyName: `${name} inline`, PolicyDocument: encodeURIComponent(identity) },
      ],
    })),
  }
  await start(page)
  await choose(page, json('account.json', account))
  await expect(found(page)).toContainText('the details of an account with 3,000 users and roles')
  await expect(sheet(page).getByRole('button', { name: /^Choose user/ })).toHaveCount(50)
  await expectAccessible(page, 'dialog')
  await sheet(page).getByLabel('Find a user or role').fill('user worker-2718')
  await expect(sheet(page)).toContainText('1 match.')
  await sheet(page).getByRole('button', { name: 'Choose user worker-2718' }).click()
  await expect(sheet(page)).toContainText('worker-2718 inline')
  await expect(sheet(page).getByRole('list', { name: 'Notes' })).toContainText(
    'The group gone isn’t in the answer.'.replace('’', "'"),
  )
  await expectAccessible(page, 'dialog')
  await sheet(page).getByRole('button', { name: 'Open as a new workspace' }).click()
  await expect(title(page, 'user/worker-2718')).toBeAttached()
  await expect(request(page)).toContainText('user/worker-2718')
})

test.describe('what can’t be opened changes nothing', () => {
  const refused: readonly (readonly [string, File, string])[] = [
    ['empty', { name: 'empty.json', text: ' ' }, 'There is nothing in it.'],
    ['cut off', { name: 'cut.json', text: '{"a": [1,\n2' }, 'Line 2:'],
    ['YAML with a slip', { name: 'slip.yaml', text: 'a: [1\nb: }' }, 'Line '],
    ['deep', { name: 'deep.json', text: '['.repeat(200_000) }, 'Line 1:'],
    [
      'a prototype’s members',
      {
        name: 'evil.json',
        text: '{"__proto__": {"Statement": []}, "constructor": {"prototype": {"polluted": 1}}}',
      },
      'There is no policy and no workspace in it.',
    ],
  ]
  for (const [name, file, message] of refused)
    test(name, async ({ page }) => {
      await start(page)
      await drop(page.getByRole('main'), file)
      await expect(found(page)).toContainText(`${file.name}: ${message}`)
      await page.keyboard.press('Escape')
      await expect(title(page, 'Read reports, except salaries')).toBeAttached()
      expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
    })

  test('larger than 5 MB', async ({ page }) => {
    await start(page)
    await choose(page, { name: 'large.json', text: `"${'x'.repeat(5 * 1024 * 1024)}"` })
    await expect(found(page)).toContainText('large.json: This file is larger than 5 MB.')
  })

  test('another file can be chosen at once', async ({ page }) => {
    await start(page)
    await choose(page, { name: 'notes.txt', text: 'nothing' })
    await expect(found(page)).toContainText('There is no policy and no workspace in it.')
    const chooser = page.waitForEvent('filechooser')
    await sheet(page).getByRole('button', { name: 'Choose files…' }).click()
    await (await chooser).setFiles({ name: 'p.json', mimeType: '', buffer: Buffer.from(identity) })
    await expect(found(page)).toContainText('p.json: Looks like a policy.')
  })
})

test('names in a file are text, whatever they look like', async ({ page }) => {
  const name = '<img src=x onerror=alert(1)>'
  await start(page)
  await paste(
    page,
    JSON.stringify([{ PolicyName: name, PolicyDocument: JSON.parse(identity) as unknown }]),
  )
  await expect(sheet(page)).toContainText(name)
  await sheet(page).getByRole('button', { name: 'Open as a new workspace' }).click()
  await expect(tabs(page)).toContainText(name)
  await expect(page.getByRole('img', { name: 'x' })).toHaveCount(0)
})

test.describe('a link', () => {
  test('pasted outside of any field opens', async ({ page, baseURL }) => {
    await start(page)
    await paste(page, `${baseURL}${linkTo()}`)
    await expect(title(page, 'Team plans')).toBeAttached()
    await expect(page.getByRole('complementary', { name: 'Shared workspace' })).toBeVisible()
  })

  test('that was cut off says so', async ({ page }) => {
    await start(page)
    await paste(page, linkTo().slice(0, -3))
    await expect(page.getByRole('dialog', { name: 'This link was cut off' })).toBeVisible()
  })
})

test('all of it works by keyboard alone', async ({ page }) => {
  await start(page)
  await page.keyboard.press('F1')
  await page.getByRole('combobox', { name: 'Find a command' }).fill('open…')
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toBeVisible()
  const field = sheet(page).getByLabel('Or paste text or a link')
  for (let presses = 0; presses < 4; presses++) {
    if (await field.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(field).toBeFocused()
  await page.keyboard.insertText(bucket)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(found(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(sheet(page).getByLabel('Add as')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(sheet(page).getByRole('button', { name: 'Add to this workspace' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tabs(page)).toHaveCount(2)
})

test('the workspace is downloaded as a file that opens again', async ({ page }) => {
  await start(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Download file' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Read-reports-except-salaries.sidelight.json')
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  await page.getByRole('button', { name: 'Workspace', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New workspace' }).click()
  await drop(page.getByRole('main'), { name: file.suggestedFilename(), text })
  await expect(title(page, 'Read reports, except salaries')).toBeAttached()
})
