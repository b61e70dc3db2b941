import type { Json, Lesson, Scenario, Workspace, WorkspacePolicy } from './workspace.ts'

/** The workspace as a JSON document of the newest version: stable key order, defaults left out. The inverse of `readWorkspace`. */
export function writeWorkspace(workspace: Workspace): { readonly [key: string]: Json } {
  const { title, description, policies, scenarios, checksOff, lesson } = atItsStart(workspace)
  return compact({
    sidelight: 1,
    title,
    description,
    policies: policies.map(writePolicy),
    scenarios: scenarios.map(writeScenario),
    checksOff: checksOff && checksOff.length > 0 ? checksOff : undefined,
    lesson: lesson && writeLesson(lesson),
  })
}

/** A workspace whose author may have had the solution in hand, with the start in its policies and the solution in its lesson. */
export function atItsStart(workspace: Workspace): Workspace {
  const { policies, lesson } = workspace
  if (!lesson?.start) return workspace
  // A solution that was only begun, as a copy of the start, is none yet.
  const solution = policies === lesson.start ? undefined : policies
  return { ...workspace, policies: lesson.start, lesson: withSolution(lesson, solution) }
}

function withSolution(
  { start: _, solution: __, ...lesson }: Lesson,
  solution: Lesson['solution'] | undefined,
): Lesson {
  return solution ? { ...lesson, solution } : lesson
}

function writePolicy({ name, type, level, attachedTo, enabled, text }: WorkspacePolicy): Json {
  return compact({ name, type, level, attachedTo, enabled: enabled ? undefined : false, text })
}

function writeScenario(scenario: Scenario): Json {
  const { name, principal, action, resource, requestTags, context, expect, reported } = scenario
  const { tags, ...who } = principal
  return compact({
    name,
    principal: compact({ ...who, tags }),
    action,
    resource: compact({ arn: resource.arn, account: resource.account, tags: resource.tags }),
    requestTags,
    context,
    expect:
      expect &&
      compact({
        decision: expect.decision,
        decidedBy: expect.decidedBy?.map(({ policy, statement }) => ({ policy, statement })),
      }),
    reported,
  })
}

function writeLesson(lesson: Lesson): Json {
  const { kind, id, minutes, goal, text, debrief, hints, mustNot, solution, next } = lesson
  return compact({
    kind,
    id,
    minutes,
    goal,
    text,
    debrief,
    hints,
    mustNot,
    solution: solution?.map(writePolicy),
    next,
  })
}

function compact(members: Readonly<Record<string, Json | undefined>>): {
  readonly [key: string]: Json
} {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  )
}
