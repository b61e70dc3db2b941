/** The course: lessons as folders of content, graded by what an answer does. */
export { attack, authorWarnings, type AuthorWarning } from './coverage.ts'
export { lessonFromFolder, lessonToFolder, type LessonFolder } from './folder.ts'
export { grade, type Grade, type GradedRule, type GradedTest, type GradeOptions } from './grade.ts'
export {
  plainWords,
  readResultLines,
  writeResultLine,
  type CollectedLines,
  type DamagedLine,
  type ResultLine,
  type SentLine,
} from './result-line.ts'
/** Class results: lines graded again, put into a table, compared, copied, saved. */
export {
  canGrade,
  findLesson,
  gradeEntry,
  lessonKey,
  type AnswerGrade,
  type AnsweredTest,
  type Entry,
  type GradedEntry,
  type Grading,
  type OpenedAnswer,
} from './graded-entry.ts'
export {
  collect,
  nameKey,
  type PeopleKnown,
  type Placed,
  type ResultCell,
  type ResultColumn,
  type ResultRow,
  type ResultTable,
} from './collect.ts'
export { cellWords, type CellWords } from './cell-words.ts'
export {
  answerGroups,
  answersInWords,
  missedTests,
  type AnswerGroup,
  type AnswerText,
  type MissedTest,
} from './answers.ts'
export { resultsAsCsv, resultsAsMarkdown } from './results-table-text.ts'
export {
  nothingCollected,
  readCollected,
  readResultFile,
  writeCollected,
  writeResultFile,
  type Collected,
} from './result-file.ts'
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
export { statementMeanings, type StatementMeaning } from './meaning.ts'
export type { RequestFacts } from './request-variants.ts'
export { tellingRequest } from './telling-request.ts'
