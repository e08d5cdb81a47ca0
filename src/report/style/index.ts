import { legendSheet } from '../legend.ts';
import { Markup } from '../markup.ts';
import { CARD } from './card.ts';
import { COLOURS } from './colours.ts';
import { FOREST } from './forest.ts';
import { PRINT } from './print.ts';
import { TABLES } from './tables.ts';
import { TEXT } from './text.ts';
import { TOP } from './top.ts';

/** The pages' one style sheet. */
export const STYLE: Markup = new Markup(
  (COLOURS + TEXT + TOP + TABLES + FOREST + CARD + legendSheet() + PRINT).replaceAll(/\n\s*/g, '\n'),
);
