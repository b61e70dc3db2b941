/** The course: lessons as folders of content, graded by what an answer does. */
export { attack, authorWarnings, type AuthorWarning } from './coverage.ts'
export { lessonFromFolder, lessonToFolder, type LessonFolder } from './folder.ts'
export { grade, type Grade, type GradedRule, type GradedTest, type GradeOptions } from './grade.ts'
export {
  readResultLines,
  writeResultLine,
  type CollectedLines,
  type DamagedLine,
  type ResultLine,
} from './result-line.ts'
export {
  isBroken,
  lockedPolicies,
  lockedStatements,
  parseRule,
  readRules,
  ruleWords,
  writeRule,
  type LockedStatement,
  type Rule,
} from './rules.ts'
