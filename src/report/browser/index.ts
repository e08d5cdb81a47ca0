// What runs in the reader's browser. The page is whole without it; it adds what needs an answer: filters, keys, exact values.
import { element } from './element.ts';
import { startFilter } from './filter.ts';
import { startKeys } from './keys.ts';
import { keepLanguage } from './language.ts';
import { startLinks } from './links.ts';
import { startPrinting } from './printing.ts';
import { startReading } from './reading.ts';
import { startSorting } from './sorting.ts';
import { keepTheme } from './theme.ts';

keepTheme();
keepLanguage();
startFilter();
startSorting();
startReading();
startKeys();
startLinks();
startPrinting();
element('.tools', HTMLElement).hidden = false;
