import { styleText } from 'node:util';
import {
  type ClaimRecord,
  complaints,
  explain,
  fromJson,
  type JsonNumber,
  type ModelLayerRecord,
  type RunRecord,
} from '../claim/index.ts';

/** A model's layers are shown in at most this many lines; of more, the first and the last. */
const LINES = 24;

/** A check in text: the model's layers as a table, a verdict a claim, and what to mend where one fails. */
export function checkText(run: RunRecord, onlyFailures: boolean): string {
  const { model, claims } = run;
  const table =
    model && !onlyFailures
      ? [`${model.name}; ${model.input}; ${model.networks} networks, medians`, '', ...tableOf(model.layers), '']
      : [];
  const untraced = (model?.untraced ?? []).map(({ name, kind, why }) => `not looked into: ${name} (${kind}): ${why}`);
  const verdicts = claims.filter((claim) => !onlyFailures || complaints(claim).length > 0).map(verdict);
  return [...table, ...untraced, ...run.errors, ...verdicts].join('\n');
}

const HEADS = ['layer', '', 'output', 'std', 'mean', 'gradient', 'dead', 'saturated', '√fan_in·std'];

function tableOf(layers: readonly ModelLayerRecord[]): string[] {
  const rows = layers.map(cells);
  const shown = rows.length > LINES ? [...rows.slice(0, LINES / 2), ...rows.slice(-LINES / 2)] : rows;
  const widths = HEADS.map((head, i) => Math.max(head.length, ...shown.map((row) => row[i].length)));
  // Words to the left, numbers to the right.
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (i < 3 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  const lines = shown.map(line);
  if (rows.length > LINES) lines.splice(LINES / 2, 0, `… ${rows.length - LINES} layers more: all are on the page`);
  return [styleText('dim', line(HEADS)), ...lines];
}

function cells({ name, kind, activation, shape, std, mean, gradientStd, dead, saturated, gain }: ModelLayerRecord): string[] {
  return [
    name,
    activation ? `${kind} ${activation}` : kind,
    shape.join('×'),
    short(std),
    short(mean),
    short(gradientStd),
    share(dead),
    share(saturated),
    short(gain),
  ];
}

function short(value: JsonNumber | null): string {
  if (value === null) return '';
  const rounded = Number(fromJson(value).toPrecision(4));
  return rounded !== 0 && Math.abs(rounded) < 1e-3 ? rounded.toExponential() : String(rounded);
}

const share = (value: JsonNumber | null): string => (value === null ? '' : `${Number((100 * fromJson(value)).toPrecision(3))}%`);

const SIGN = { supported: '✓', refuted: '✗', undecided: '?' } as const;
const COLOUR = { supported: 'green', refuted: 'red', undecided: 'yellow' } as const;

function verdict(claim: ClaimRecord): string {
  const { verdict: came, id, sentence, estimate, interval, band, networks } = claim;
  const sign = styleText(COLOUR[came], `${SIGN[came]} ${came.padEnd(9)}`);
  const seen =
    interval.method === 'exact'
      ? ''
      : `: ${short(estimate)} in [${short(interval.lo)}, ${short(interval.hi)}], held to ${held(band)}`;
  const line = `${sign} ${id}  ${sentence}${seen} · ${networks} networks`;
  return complaints(claim).length === 0 ? line : `${line}\n${explain(claim).replace(/^/gm, '    ')}`;
}

function held({ lo, hi }: ClaimRecord['band']): string {
  if (lo === null) return `at most ${short(hi)}`;
  return hi === null ? `at least ${short(lo)}` : `[${short(lo)}, ${short(hi)}]`;
}
