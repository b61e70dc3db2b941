/** The one document for drafts, links, lessons, tests and conformance cases: read any version, write the newest, run it. */
export { readWorkspace, readWorkspaces, type ReadProblem, type WorkspaceReading } from './read.ts'
export { meets, runScenario, type ScenarioRun } from './run.ts'
export type {
  Expectation,
  Json,
  Lesson,
  Reported,
  Scenario,
  ScenarioPrincipal,
  ScenarioResource,
  Tags,
  Workspace,
  WorkspacePolicy,
} from './workspace.ts'
export { atItsStart, writeWorkspace } from './write.ts'
