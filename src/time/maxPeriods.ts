/** How many periods an index holds at most: days of 2870 years. */
export const MAX_PERIODS: number = 2 ** 20;
