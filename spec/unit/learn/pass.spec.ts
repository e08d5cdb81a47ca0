import { describe, expect, test } from 'vitest';
import { pass } from '../../../src/learn/pass.ts';
import { desk, solved, wrong } from './desk.ts';
import { openWorkshop } from './handed-out.ts';

describe('one pass without a keyboard', () => {
  test('goes on while lessons are solved, and ends at one that is not', async () => {
    const workshop = openWorkshop();
    const { world, shown, judged, progress } = desk(workshop, ({ id }) => (id === '02-two' ? wrong : solved));
    expect(await pass(workshop, world, workshop.lessons[0])).toBe(false);
    expect(judged).toEqual(['01-one', '02-two']);
    expect(shown[0]).toContain('What you have learnt');
    expect(shown[1]).toContain('It grows 16-fold.');
    expect(shown[1]).not.toContain('q quit');
    expect(progress('02-two').runs).toBe(1);
  });

  test('says when all are solved', async () => {
    const workshop = openWorkshop();
    const { world, screen, judged } = desk(workshop, () => solved);
    expect(await pass(workshop, world, workshop.lessons[0])).toBe(true);
    expect(judged).toEqual(['01-one', '02-two', '03-three']);
    expect(screen()).toBe('All lessons are solved.');
  });

  test('passes over those that were solved before', async () => {
    const workshop = openWorkshop();
    const { world, judged } = desk(workshop, ({ id }) => (id === '02-two' ? wrong : solved));
    await pass(workshop, world, workshop.lessons[2]);
    await pass(workshop, world, workshop.lessons[0]);
    expect(judged).toEqual(['03-three', '01-one', '02-two']);
  });

  test('is not done, where an earlier lesson is not', async () => {
    const workshop = openWorkshop();
    const { world } = desk(workshop, () => solved);
    expect(await pass(workshop, world, workshop.lessons[2])).toBe(false);
  });
});
