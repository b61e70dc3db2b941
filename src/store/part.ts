/** A part of the screen. Where there is room for one only, on a phone, it is the one that is shown. */
export type Part = 'policies' | 'request' | 'verdict' | 'details'
