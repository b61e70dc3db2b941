import { expect, test } from 'vitest'
import { inlinesOf } from './inline.ts'

test('code, strong words and links stand out; lines run on', () => {
  expect(
    inlinesOf('A `s3:*` is\n**never** in [the guide](https://docs.aws.amazon.com/a).'),
  ).toEqual([
    { is: 'words', text: 'A ' },
    { is: 'code', text: 's3:*' },
    { is: 'words', text: ' is ' },
    { is: 'strong', text: 'never' },
    { is: 'words', text: ' in ' },
    { is: 'link', text: 'the guide', to: 'https://docs.aws.amazon.com/a' },
    { is: 'words', text: '.' },
  ])
})

test('whatever else looks like markup is words', () => {
  for (const text of ['<b>no</b>', '[a](javascript:alert(1))', 'one ` and two **', '_s3_ *x*'])
    expect(inlinesOf(text)).toEqual([{ is: 'words', text }])
})

test('what is in code is only code', () => {
  expect(inlinesOf('`**a** [b](https://c)`')).toEqual([
    { is: 'code', text: '**a** [b](https://c)' },
  ])
})
