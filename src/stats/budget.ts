/** The probability that any verdict of a run is wrong may not exceed this. */
export const BUDGET = 1e-6;

/** What one claim, or one control, spends of the budget unless it says otherwise. */
export const ALPHA = 2e-9;
