import os from "node:os";
import { text } from "node:stream/consumers";
import { runSolver } from "~/domain/roadshows/timetable/run-solver.server";
import type { SolverTask } from "~/domain/roadshows/timetable/solver-process.server";

// What people wait for at the server's pages comes first.
os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
/** By performance.now(): whoever waits for the answer has waited for this process to start too. */
const PROCESS_START = 0;
/** Reads one task of the timetable's solver from its input and writes the answer; touches nothing else. */
const task = JSON.parse(await text(process.stdin)) as SolverTask;
process.stdout.write(JSON.stringify(await runSolver(task, PROCESS_START)));
