import { spawn } from "node:child_process";
import { z } from "zod";
import type { Clash, Plan, PlanProblem } from "./plan-problem";
import type { DayTask } from "./solve-day-tries.server";
import type { Solved } from "./solve-plan.server";

const COMMAND = ["--import", "tsx", "app/commands/solve-timetable.ts"];
const ERROR_LIMIT = 4000;
/** Beyond the time for the search: start of the process, reading and writing. */
const GRACE_MS = 20_000;

export interface SolverTask {
  problem: PlanProblem;
  published: Plan;
  seed: number;
  seconds: number;
  /** Seconds to look for a smallest clash where something required has no place; 0 for not. */
  clashSeconds: number;
  /** Whether the plan of a spreadsheet is counted too. */
  withGreedy: boolean;
  /** For a change on the day: what is tried with less, and until when. */
  day?: DayTask;
}

export interface SolverAnswer {
  solved: Solved;
  greedyPoints: number | null;
  clash: Clash | null;
  milliseconds: number;
  /** On the day: for which activities something less was asked, one time after another. */
  relaxedFor?: string[][];
}

export type Solver = (task: SolverTask) => Promise<SolverAnswer>;

const answerShape = z.looseObject({ solved: z.looseObject({}), milliseconds: z.number() });

/**
 * Solves in a process of its own: the search keeps one core busy without a pause, and this process
 * answers people and stages meanwhile. It ends with its parent, and in any case after its time.
 */
export const solveApart: Solver = (task) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, COMMAND, {
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["pipe", "pipe", "pipe"],
      timeout: (task.seconds + task.clashSeconds) * 1000 + GRACE_MS,
    });
    const stop = () => child.kill("SIGTERM");
    process.once("exit", stop);
    const output: Buffer[] = [];
    let errors = "";
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-ERROR_LIMIT);
    });
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", stop);
      if (code !== 0) return reject(new Error(`the solver ended with ${code}: ${errors}`));
      try {
        const read: unknown = JSON.parse(Buffer.concat(output).toString());
        // Written by the same version of this code.
        resolve(answerShape.parse(read) as unknown as SolverAnswer);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    child.stdin.on("error", () => {});
    child.stdin.end(JSON.stringify(task));
  });
