// What work costs, for tests of time in proportion: a busy machine makes it take longer, not cost more.

/** Milliseconds of processor time that this process takes for some work. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
