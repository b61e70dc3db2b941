import { describe, expect, test } from 'vitest'
import {
  createAppStore,
  decisionOf,
  sourceOf,
  testResults,
  testSum,
  testSumInWords,
  verdictState,
} from './index.ts'

const allowAll = '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'
const denyAll = '{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}'

const request = (name: string, more: object = {}) => ({
  name,
  principal: { arn: 'arn:aws:iam::111122223333:role/app' },
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::b/k' },
  ...more,
})

const storeWith = (more: object = {}, storage?: Parameters<typeof createAppStore>[1]) =>
  createAppStore(
    {
      sidelight: 1,
      policies: [
        { name: 'app', type: 'identity', text: allowAll },
        { name: 'guard', type: 'scp', text: allowAll },
      ],
      scenarios: [request('one'), request('two')],
      ...more,
    },
    storage,
  )

const names = (store: ReturnType<typeof storeWith>) => ({
  policies: store.getState().workspace.policies.map(({ name }) => name),
  scenarios: store.getState().workspace.scenarios.map(({ name }) => name),
})

describe('editing a policy', () => {
  test('reads that policy again, and no other', () => {
    const store = storeWith()
    const before = store.getState().workspace.policies.map(sourceOf)
    store.getState().setPolicyText('guard', denyAll)
    const after = store.getState().workspace.policies.map(sourceOf)
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
  })

  test('editing one request decides that request again, and no other', () => {
    const store = storeWith()
    const decisions = () => {
      const { policies, scenarios } = store.getState().workspace
      return scenarios.map((scenario) => decisionOf(policies, scenario))
    }
    const before = decisions()
    store.getState().editScenario(0, { action: 's3:PutObject' })
    expect(decisions()[0]).not.toBe(before[0])
    expect(decisions()[1]).toBe(before[1])
  })

  test('a fix is applied to its text', () => {
    const store = storeWith()
    store.getState().setPolicyText('app', allowAll.replace('}}', '},}'))
    const [finding] = sourceOf(store.getState().workspace.policies[0]!).problems
    store.getState().applyFix('app', finding!.fixes[0]!)
    expect(store.getState().workspace.policies[0]!.text).toBe(allowAll)
  })
})

describe('the verdict', () => {
  test('of an unreadable policy is the one before, until it can be read', () => {
    const store = storeWith()
    store.getState().setPolicyText('guard', denyAll)
    store.getState().setPolicyText('guard', '{')
    const broken = verdictState(store.getState())
    expect(broken).toMatchObject({
      kind: 'notEvaluated',
      policy: { name: 'guard' },
      old: { verdict: 'explicitDeny' },
    })
    store.getState().setPolicyText('guard', allowAll)
    expect(verdictState(store.getState())).toMatchObject({
      kind: 'decided',
      decision: { verdict: 'allow' },
    })
  })

  test('has no past where a policy never could be read', () => {
    const store = storeWith({ policies: [{ name: 'app', type: 'identity', text: '{' }] })
    expect(verdictState(store.getState())).toMatchObject({ kind: 'notEvaluated', old: undefined })
  })

  test('a policy that is left out holds nothing up', () => {
    const store = storeWith()
    store.getState().setPolicyText('guard', '{')
    store.getState().setEnabled('guard', false)
    expect(verdictState(store.getState()).kind).toBe('decided')
  })

  test.each([
    ['principal', { principal: { arn: 'arn:aws:iam::111122223333:group/g' } }],
    ['principal', { principal: { service: ' ' } }],
    ['action', { action: 's3' }],
    ['resource', { resource: { arn: '' } }],
  ])('names the %s that is missing', (field, more) => {
    const store = storeWith({ scenarios: [request('one', more)] })
    expect(verdictState(store.getState())).toEqual({ kind: 'incomplete', field })
  })

  test('without any text there is nothing to evaluate', () => {
    const store = storeWith()
    store.getState().newWorkspace()
    expect(verdictState(store.getState())).toEqual({ kind: 'empty' })
  })
})

describe('tests', () => {
  const sum = (store: ReturnType<typeof storeWith>) =>
    testSum(testResults(store.getState().workspace))

  test('pass, fail, and wait while a policy cannot be read', () => {
    const store = storeWith()
    store.getState().expectThis(0)
    store.getState().setExpectation(1, 'deny')
    expect(sum(store)).toEqual({ total: 2, passed: 1, failed: 1, waiting: 0 })
    store.getState().setPolicyText('app', '{')
    expect(sum(store)).toEqual({ total: 2, passed: 0, failed: 0, waiting: 2 })
    expect(testSumInWords(sum(store))).toBe('2 tests waiting')
  })

  test('expecting this keeps the deciding statements, and they follow a new name', () => {
    const store = storeWith()
    store.getState().expectThis(0)
    store.getState().renamePolicy('app', ' reader ')
    expect(store.getState().workspace.scenarios[0]!.expect?.decidedBy).toContainEqual({
      policy: 'reader',
      statement: 0,
    })
    expect(sum(store).passed).toBe(1)
  })

  test('the right verdict by other statements fails', () => {
    const store = storeWith()
    store.getState().expectThis(0)
    store.getState().setEnabled('guard', false)
    const [result] = testResults(store.getState().workspace)
    expect(result).toMatchObject({ expectation: { kind: 'otherStatements' } })
  })

  test('what cannot be decided is not expected', () => {
    const store = storeWith()
    store.getState().setPolicyText('app', '{')
    store.getState().expectThis(0)
    expect(store.getState().workspace.scenarios[0]!.expect).toBeUndefined()
  })
})

describe('names stay unique', () => {
  test('of policies added and renamed', () => {
    const store = storeWith()
    store.getState().addPolicy('scp')
    store.getState().addPolicy('scp')
    store.getState().renamePolicy('guard', 'app')
    expect(names(store).policies).toEqual(['app', 'app 2', 'scp', 'scp 2'])
  })

  test('a type that has levels starts at the root, and one that has none loses it', () => {
    const store = storeWith()
    store.getState().setPolicyType('app', 'rcp')
    expect(store.getState().workspace.policies[0]).toMatchObject({ level: 'root' })
    store.getState().setPolicyType('app', 'identity')
    expect(store.getState().workspace.policies[0]).not.toHaveProperty('level')
  })
})

describe('undo', () => {
  const undo = (store: ReturnType<typeof storeWith>) =>
    store.getState().undo(store.getState().notices[0]!.id)

  test('puts a policy back in its place, and keeps what was edited since', () => {
    const store = storeWith()
    store.getState().removePolicy('app')
    expect(store.getState().selectedPolicy).toBe('guard')
    store.getState().setPolicyText('guard', denyAll)
    undo(store)
    expect(names(store).policies).toEqual(['app', 'guard'])
    expect(store.getState().workspace.policies[1]!.text).toBe(denyAll)
    expect(store.getState().notices).toEqual([])
  })

  test('puts a request back in its place', () => {
    const store = storeWith()
    store.getState().removeScenario(0)
    undo(store)
    expect(names(store).scenarios).toEqual(['one', 'two'])
    expect(store.getState().selectedScenario).toBe(0)
  })

  test('gives a request its tags back', () => {
    const store = storeWith({ scenarios: [request('one', { requestTags: { a: '1' } })] })
    store.getState().editScenarioWithUndo(0, { requestTags: {} }, 'Removed tag a.')
    expect(store.getState().workspace.scenarios[0]).not.toHaveProperty('requestTags')
    undo(store)
    expect(store.getState().workspace.scenarios[0]!.requestTags).toEqual({ a: '1' })
  })

  test('brings the workspace before back, edits and all', () => {
    const store = storeWith()
    store.getState().setPolicyText('app', denyAll)
    const { workspace } = store.getState()
    store.getState().openWorkspace({ sidelight: 1, policies: [], scenarios: [] })
    undo(store)
    expect(store.getState().workspace).toBe(workspace)
  })
})

describe('opening', () => {
  test('tells nothing when nothing was edited', () => {
    const store = storeWith()
    store.getState().openWorkspace({ sidelight: 1, policies: [], scenarios: [] })
    expect(store.getState().notices).toEqual([])
  })

  test('what is no workspace changes nothing', () => {
    const store = storeWith()
    const { workspace } = store.getState()
    store.getState().openWorkspace([1])
    expect(store.getState().workspace).toBe(workspace)
    expect(store.getState().notices[0]!.text).toContain('Nothing was changed.')
  })

  test('says what was left out', () => {
    const store = storeWith()
    store.getState().openWorkspace({ sidelight: 1, policies: [], scenarios: [], colour: 'red' })
    expect(store.getState().notices[0]!.text).toMatch(/^Opened with 1 part left out: colour/)
  })
})

describe('requests', () => {
  test('the selection follows the request that is moved', () => {
    const store = storeWith()
    store.getState().selectScenario(1)
    store.getState().moveScenario(1, -1)
    expect(names(store).scenarios).toEqual(['two', 'one'])
    expect(store.getState().selectedScenario).toBe(0)
  })

  test('a new one asks the same and expects nothing', () => {
    const store = storeWith()
    store.getState().expectThis(0)
    store.getState().addScenario()
    const added = store.getState().workspace.scenarios.at(-1)
    expect(added).toMatchObject({ name: 'request 3', action: 's3:GetObject' })
    expect(added).not.toHaveProperty('expect')
  })
})

describe('places', () => {
  test('the deciding statements are walked round and round', () => {
    const store = storeWith()
    const walk = (by: 1 | -1) => {
      store.getState().goToDecidingStatement(by)
      return store.getState().focus?.policy
    }
    const [first, second] = [walk(1), walk(1)]
    expect(new Set([first, second])).toEqual(new Set(['app', 'guard']))
    expect(walk(1)).toBe(first)
    expect(walk(-1)).toBe(second)
  })

  test('a wish for the same place is a new wish', () => {
    const store = storeWith()
    store.getState().setFocus('app', { start: 0, end: 1 })
    const before = store.getState().focus
    store.getState().setFocus('app', { start: 0, end: 1 })
    expect(store.getState().focus?.nonce).not.toBe(before?.nonce)
  })
})

describe('settings', () => {
  const memory = (text?: string) => {
    let kept = text ?? null
    return {
      getItem: () => kept,
      setItem: (_: string, value: string) => {
        kept = value
      },
    }
  }

  test('are kept', () => {
    const storage = memory()
    storeWith({}, storage).getState().changeSettings({ theme: 'dark' })
    expect(storeWith({}, storage).getState().settings.theme).toBe('dark')
  })

  test.each(['not JSON', 'null', '[]', '{"theme":"pink","layout":{"side":-4,"details":"x"}}'])(
    'from %s are the defaults',
    (text) => {
      const { settings } = storeWith({}, memory(text)).getState()
      expect(settings).toMatchObject({ theme: 'system', tabMovesFocus: false, layout: {} })
    },
  )

  test('a storage that refuses is told, and nothing else happens', () => {
    const refuse = () => {
      throw new Error('full')
    }
    const store = storeWith({}, { getItem: refuse, setItem: refuse })
    store.getState().changeSettings({ theme: 'dark' })
    expect(store.getState().settings.theme).toBe('dark')
    expect(store.getState().storage).toBe('refused')
  })
})

describe('policies from elsewhere', () => {
  const found = (name: string, text = allowAll) =>
    ({ name, type: 'resource', enabled: true, text }) as const

  test('are added as one step under free names, and leave as one', () => {
    const store = storeWith()
    store.getState().addPolicies([found('app'), found('bucket')], 'Said beside it.')
    expect(names(store).policies).toEqual(['app', 'guard', 'app 2', 'bucket'])
    expect(store.getState().selectedPolicy).toBe('app 2')
    const [notice] = store.getState().notices
    expect(notice?.text).toBe('Added app 2, bucket. Said beside it.')
    store.getState().undo(notice!.id)
    expect(names(store).policies).toEqual(['app', 'guard'])
    expect(store.getState().selectedPolicy).toBe('app')
  })

  test('stay once they were edited, whatever is undone', () => {
    const store = storeWith()
    store.getState().addPolicies([found('one'), found('two')])
    store.getState().setPolicyText('one', denyAll)
    store.getState().undo(store.getState().notices[0]!.id)
    expect(names(store).policies).toEqual(['app', 'guard', 'one'])
  })

  test('a workspace out of a file is a copy, with a way back', () => {
    const store = storeWith()
    store.getState().setPolicyText('app', denyAll)
    const before = store.getState().workspace
    store.getState().openCopy({ policies: [found('bucket')], scenarios: [] }, 'Opened: one')
    expect(store.getState().origin).toEqual({ kind: 'copy' })
    expect(names(store).policies).toEqual(['bucket'])
    store.getState().undo(store.getState().notices[0]!.id)
    expect(store.getState().workspace).toBe(before)
  })
})
