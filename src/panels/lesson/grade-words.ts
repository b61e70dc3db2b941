import type { Grade } from '#lessons'

/** "2 of 6 pass"; "6 of 6. Solved." */
export const gradeWords = ({
  met,
  total,
  solved,
}: Pick<Grade, 'met' | 'total' | 'solved'>): string =>
  solved ? `${met} of ${total}. Solved.` : `${met} of ${total} pass`

/** A number of things in words. */
export const countWords = (count: number, one: string): string =>
  `${count} ${count === 1 ? one : `${one}s`}`

/** Working time as it is handed in: whole minutes, and none is less than one. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.round(seconds / 60))
