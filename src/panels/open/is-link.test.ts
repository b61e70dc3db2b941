import { expect, test } from 'vitest'
import { isLink } from './is-link.ts'

test.each([
  'https://sidelight.example/#w1.q1bKS8xN.abcdef',
  ' <http://127.0.0.1:4173/tools/#policy=%7B%7D>',
  '#w1.q1bKS8xN.abcdef',
  'w1.q1bKS8xN.abcdef',
  '#policy=%7B%22Statement%22%3A[]%7D&type=scp',
  '#context.aws:SourceIp=203.0.113.7&action=s3:GetObject',
])('%s is a link', (text) => {
  expect(isLink(text)).toBe(true)
})

test.each([
  '{"Statement": "https://sidelight.example/#w1.a.b"}',
  '# A policy for the bucket\nStatement: []',
  'w1: text',
  '',
])('%j is none', (text) => {
  expect(isLink(text)).toBe(false)
})
