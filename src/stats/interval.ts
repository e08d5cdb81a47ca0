/** A confidence interval, and the method that made it. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
  readonly method: string;
}

/** Where a claim says that its value lies; an end that is open is infinite. */
export interface Band {
  readonly lo: number;
  readonly hi: number;
}

/** What a sample says of a value of its population. */
export interface Finding {
  readonly estimate: number;
  readonly interval: Interval;
}
