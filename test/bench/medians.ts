/** The middle value. */
export function median(values: readonly number[]): number {
  return values.slice().sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

/** Runs tasks in turn, round after round, after rounds of warming up; gives each one's median in milliseconds. */
export function medians(tasks: readonly (() => unknown)[], rounds: number, warm = 2): number[] {
  const times = tasks.map(() => [] as number[]);
  for (let round = 0; round < rounds + warm; round++)
    tasks.forEach((task, place) => {
      const start = performance.now();
      task();
      if (round >= warm) times[place]!.push(performance.now() - start);
    });
  return times.map(median);
}
