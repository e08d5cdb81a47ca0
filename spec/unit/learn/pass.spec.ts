import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pass } from '../../../src/learn/pass.ts';
import { desk, solved, wrong } from './desk.ts';
import { openWorkshop } from './handed-out.ts';

describe('one pass without a keyboard', () => {
  test('goes on while lessons are solved, and ends at one that is not', async () => {
    const workshop = openWorkshop();
    const { world, shown, judged, progress } = desk(workshop, ({ id }) => (id === '02-two' ? wrong : solved));
    expect(await pass(workshop, world, workshop.lessons[0], workshop.progress())).toBe(false);
    expect(judged).toEqual(['01-one', '02-two']);
    expect(shown[0]).toContain('What you have learnt');
    expect(shown[1]).toContain('It grows 16-fold.');
    expect(shown[1]).not.toContain('q quit');
    expect(progress('02-two').runs).toBe(1);
  });

  test('says when all are solved', async () => {
    const workshop = openWorkshop();
    const { world, screen, judged } = desk(workshop, () => solved);
    expect(await pass(workshop, world, workshop.lessons[0], workshop.progress())).toBe(true);
    expect(judged).toEqual(['01-one', '02-two', '03-three']);
    expect(screen()).toBe('All lessons are solved.');
  });

  test('passes over those that were solved before', async () => {
    const workshop = openWorkshop();
    const { world, judged } = desk(workshop, ({ id }) => (id === '02-two' ? wrong : solved));
    await pass(workshop, world, workshop.lessons[2], workshop.progress());
    await pass(workshop, world, workshop.lessons[0], workshop.progress());
    expect(judged).toEqual(['03-three', '01-one', '02-two']);
  });

  test('says of a progress file that could not be read where it is kept', async () => {
    const workshop = openWorkshop(['one']);
    writeFileSync(join(workshop.folder, 'progress.json'), 'x');
    const kept = workshop.progress();
    const { world, shown } = desk(workshop, () => wrong);
    await pass(workshop, world, workshop.lessons[0], kept);
    expect(shown[0]).toContain('progress.json.unreadable');
  });

  test('puts a changed spec back, says so, and gives away what a lesson teaches once it is solved', async () => {
    const workshop = openWorkshop(['one']);
    writeFileSync(join(workshop.folder, '01-one/lesson.spec.ts'), '');
    const { world, shown } = desk(workshop, () => solved);
    await pass(workshop, world, workshop.lessons[0], workshop.progress());
    expect(shown[0]).toContain('lesson.spec.ts had been changed, and was put back');
    expect(readFileSync(join(workshop.folder, '01-one/lesson.spec.ts'), 'utf8')).toBe('// judged by another\n');
    expect(readFileSync(join(workshop.folder, '01-one/README.md'), 'utf8')).toContain('That it grows.');
  });

  test('counts no runs of a lesson that is solved, and leaves it solved', async () => {
    const workshop = openWorkshop(['one']);
    let outcome = solved;
    const { world, progress } = desk(workshop, () => outcome);
    await pass(workshop, world, workshop.lessons[0], workshop.progress());
    const before = progress('01-one');
    outcome = wrong;
    await pass(workshop, world, workshop.lessons[0], workshop.progress());
    expect(progress('01-one')).toEqual(before);
  });

  test('is not done, where an earlier lesson is not', async () => {
    const workshop = openWorkshop();
    const { world } = desk(workshop, () => solved);
    expect(await pass(workshop, world, workshop.lessons[2], workshop.progress())).toBe(false);
  });
});
