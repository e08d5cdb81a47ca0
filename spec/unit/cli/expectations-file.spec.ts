import { join } from 'node:path';
import { expect, test } from 'vitest';
import { activationsOf } from '../../../src/cli/audit-flags.ts';
import { readExpectations } from '../../../src/cli/expectations-file.ts';
import { Project } from './project.ts';

const expecting = (what: unknown) => JSON.stringify({ schema: 'gainsay/expectations/1', tensors: { '*': what } });

test.each([
  ['no JSON', '{', /^--expect must be JSON that can be read \(/],
  ['no expectations', '{}', /^\/\w+ of --expect .* must be there/],
  [
    'another version',
    '{ "schema": "gainsay/expectations/2", "tensors": {} }',
    /^\/schema of --expect .* must be "gainsay\/expectations\/1"/,
  ],
  [
    'a law that nobody knows',
    expecting({ scheme: 'kaiming' }),
    /^scheme of "\*" of --expect .* must be one of .*; got "kaiming"$/,
  ],
  ['what is none of four', expecting({ sheme: 'zeros_' }), /^\/tensors\/\* of --expect .* must be \{ "scheme": a name \}/],
  ['a band that is upside down', expecting({ std: [2, 1] }), /^std of "\*" of --expect .* must be two numbers in order/],
])('An expectations file with %s is refused', (_, text, words) => {
  const project = new Project({ 'expect.json': text });
  expect(() => readExpectations(join(project.folder, 'expect.json'))).toThrow(words);
});

test('An expectations file may have a byte order mark, and a schema for editors', () => {
  const project = new Project({ 'expect.json': `\ufeff${expecting({ any: true }).replace('{', '{ "$schema": "x",')}` });
  expect(readExpectations(join(project.folder, 'expect.json')).tensors).toEqual({ '*': { any: true } });
});

test('Activations are of patterns first, and of all others then', () => {
  expect(activationsOf(['relu', 'head*=linear']).map(({ pattern, activation }) => [pattern, activation.name])).toEqual([
    ['head*', 'linear'],
    ['*', 'relu'],
  ]);
  expect(() => activationsOf(['relu', 'tanh'])).toThrow(/^--activation must be one name alone/);
});
