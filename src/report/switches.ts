import { type Markup, markup } from './markup.ts';
import { both } from './words.ts';

/** Language and theme. The style sheet reads them, so that they work without a script; the script only remembers them. */
export const SWITCHES: Markup = markup`<form class="switches">
<fieldset><legend>${both('Language', '语言')}</legend>
<label><input type="radio" name="language" value="en" checked><span>English</span></label>
<label><input type="radio" name="language" value="zh"><span>中文</span></label></fieldset>
<fieldset><legend>${both('Theme', '主题')}</legend>
<label><input type="radio" name="theme" value="auto" checked>${both('auto', '自动')}</label>
<label><input type="radio" name="theme" value="light">${both('light', '浅色')}</label>
<label><input type="radio" name="theme" value="dark">${both('dark', '深色')}</label></fieldset>
</form>`;
