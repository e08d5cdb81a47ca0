import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Expectations, EXPECTATIONS_SCHEMA, schemeNames } from '../audit/index.ts';
import { ParameterError } from '../parameter.ts';
import { recordFault } from './record-fault.ts';
import { writeFiles } from './write-files.ts';

const SHAPES = '{ "scheme": a name }, { "std": [lo, hi], "family": a name }, { "constant": a number } or { "any": true }';

/**
 * What a file expects of tensors.
 *
 * @throws ParameterError for what cannot be read, and for what is no such file: it names the place and the rule.
 */
export function readExpectations(file: string): Expectations {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ParameterError(
      '--expect',
      `JSON that can be read (${(error as Error).message.split('\n')[0].slice(0, 100)})`,
      file,
    );
  }
  const fault = recordFault(value, 'expectations');
  if (fault) {
    // Which of four shapes was meant, nobody knows: all are named.
    const [, pattern] = /^\/tensors\/(.*?)(?:\/(?:scheme|std|constant|any)\b.*)?$/.exec(fault.path) ?? [];
    if (pattern === undefined) throw new ParameterError(`${fault.path} of --expect ${file}`, fault.rule, fault.value);
    throw new ParameterError(`/tensors/${pattern} of --expect ${file}`, SHAPES, fault.value ?? 'something else');
  }
  const expectations = value as Expectations;
  for (const [pattern, expectation] of Object.entries(expectations.tensors)) {
    const place = `${JSON.stringify(pattern)} of --expect ${file}`;
    if ('scheme' in expectation && !schemeNames().includes(expectation.scheme))
      throw new ParameterError(`scheme of ${place}`, `one of ${schemeNames().join('; ')}`, expectation.scheme.slice(0, 60));
    if ('std' in expectation && !(expectation.std[0] >= 0 && expectation.std[0] < expectation.std[1]))
      throw new ParameterError(`std of ${place}`, 'two numbers in order, the first at least 0', expectation.std);
  }
  return expectations;
}

export function writeExpectations(file: string, expectations: Expectations): void {
  const $schema = `urn:${EXPECTATIONS_SCHEMA.replaceAll('/', ':')}`;
  writeFiles(dirname(file), { [basename(file)]: `${JSON.stringify({ $schema, ...expectations }, null, 1)}\n` });
}
