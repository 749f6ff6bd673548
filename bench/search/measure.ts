import fs from "node:fs";

export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

/** Runs every task once with `concurrency` at a time; milliseconds. */
export async function measure(
  tasks: readonly (() => Promise<unknown>)[],
  concurrency: number,
): Promise<Latency> {
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < tasks.length; i = next++) {
      const started = performance.now();
      await tasks[i]?.();
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { p50: at(0.5) ?? 0, p95: at(0.95) ?? 0 };
}

/** Resident memory of a process and its children in MB (Linux); 0 where it cannot be read. */
export function residentMb(pid: number): number {
  try {
    const own = /VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"));
    const children = fs
      .readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .split(" ")
      .filter(Boolean);
    return (
      Number(own?.[1] ?? 0) / 1024 +
      children.reduce((sum, child) => sum + residentMb(Number(child)), 0)
    );
  } catch {
    return 0;
  }
}

/** Unshared memory of a process and its children in MB; PostgreSQL's shared buffers counted once per page used. */
export function proportionalMb(pid: number): number {
  try {
    const rollup = /Pss:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
    const children = fs
      .readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .split(" ")
      .filter(Boolean);
    return (
      Number(rollup?.[1] ?? 0) / 1024 +
      children.reduce((sum, child) => sum + proportionalMb(Number(child)), 0)
    );
  } catch {
    return 0;
  }
}
