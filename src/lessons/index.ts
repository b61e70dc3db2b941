/** The course: lessons as folders of content, graded by what an answer does. */
export { authorWarnings, type AuthorWarning } from './coverage.ts'
export { lessonFromFolder, lessonToFolder, type LessonFolder } from './folder.ts'
export { grade, type Grade, type GradedRule, type GradedTest, type GradeOptions } from './grade.ts'
export {
  readResultLines,
  writeResultLine,
  type CollectedLines,
  type DamagedLine,
  type ResultLine,
} from './result-line.ts'
export { isBroken, lockedPolicies, parseRule, ruleWords, type Rule } from './rules.ts'
