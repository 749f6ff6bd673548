import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { ModelData } from "./plan-model";

export interface HighsAnswer {
  /** OPTIMAL and INFEASIBLE are proven; LIMIT means that the time was too short. */
  status: "OPTIMAL" | "INFEASIBLE" | "LIMIT";
  /** Values of the columns; null if none are known that keep every row. */
  columns: Float64Array | null;
  /** Prices of the rows of a linear programme; positive where more room would be worth more. */
  prices: Float64Array | null;
  /** Of a programme in whole numbers: what no solution surpasses, as far as it is proven. */
  bound: number;
}

export interface HighsStart {
  /** A solution to begin with, of a programme in whole numbers. */
  columns?: Float64Array;
  /** Columns that are 1 in a solution to begin with, of a linear programme. */
  ones?: Int32Array;
}

/** HiGHS in a thread of its own: its calls do not return before they are done. */
export interface HighsSession {
  solve(model: ModelData, seconds: number, start?: HighsStart): Promise<HighsAnswer>;
  close(): Promise<void>;
}

const LIMIT: HighsAnswer = {
  status: "LIMIT",
  columns: null,
  prices: null,
  bound: Number.POSITIVE_INFINITY,
};
/** HiGHS looks at its clock between steps only; after this much more the thread is ended. */
const GRACE_MS = 1500;

/**
 * The thread's code is text, so that it needs no file of its own beside the built application; all that
 * it loads is the optimiser's package, by its full path.
 */
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const loaded = require(workerData.highs)();
parentPort.on("message", async ({ id, model, seconds, start }) => {
  try {
    const highs = await loaded;
    parentPort.postMessage({ id, answer: solve(highs, model, seconds, start) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error && error.message || error) });
  }
});
function solve(highs, model, seconds, start) {
  const { isWhole, numCols, numRows } = model;
  const made = highs.createModel({
    numCols, numRows, sense: highs.constants.objectiveSense.maximize,
    colCost: model.colCost, colLower: new Float64Array(numCols), colUpper: model.colUpper,
    rowLower: model.rowLower, rowUpper: model.rowUpper,
    matrix: { format: "csr", numRows, numCols, starts: model.starts, indices: model.indices, values: model.values },
    ...(isWhole ? { integrality: new Int32Array(numCols).fill(1) } : {}),
  });
  try {
    made.options.set({ output_flag: false, time_limit: Math.max(0.01, seconds) });
    if (isWhole) made.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.999 });
    if (start && start.columns) made.setSolution({ colValue: start.columns });
    if (start && start.ones) {
      const colStatus = new Int32Array(numCols);
      for (const column of start.ones) colStatus[column] = 2;
      made.setBasis({ colStatus, rowStatus: new Int32Array(numRows).fill(1) });
    }
    const { modelStatus } = made.run();
    const status = modelStatus === 7 || modelStatus === 6 ? "OPTIMAL" : modelStatus === 8 ? "INFEASIBLE" : "LIMIT";
    const isFeasible = Number(made.info.get("primal_solution_status")) === 2;
    const found = status === "INFEASIBLE" ? null : made.getSolution();
    return {
      status,
      columns: found && isFeasible ? found.colValue : null,
      prices: found && !isWhole ? found.rowDual : null,
      bound: isWhole && status !== "INFEASIBLE" ? Number(made.info.get("mip_dual_bound")) : Infinity,
    };
  } finally {
    made.dispose();
  }
}
`;

/** @throws AbortError from `solve` when the signal fires: the thread is ended at once. */
export function openHighs(signal?: AbortSignal): HighsSession {
  const highs = createRequire(import.meta.url).resolve("highs");
  let worker: Worker | null = null;
  let last = 0;
  const start = () => new Worker(THREAD, { eval: true, workerData: { highs }, execArgv: [] });
  const close = async () => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };
  return {
    close,
    async solve(model, seconds, begin) {
      signal?.throwIfAborted();
      if (seconds <= 0) return LIMIT;
      worker ??= start();
      const thread = worker;
      last += 1;
      const id = last;
      return await new Promise<HighsAnswer>((resolve, reject) => {
        const settle = (finish: () => void) => {
          clearTimeout(timer);
          thread.off("message", onMessage).off("error", onError).off("exit", onExit);
          signal?.removeEventListener("abort", onAbort);
          finish();
        };
        const onMessage = (told: { id: number; answer?: HighsAnswer; error?: string }) => {
          if (told.id !== id) return;
          const { answer } = told;
          if (answer) settle(() => resolve(answer));
          else settle(() => reject(new Error(`the optimiser failed: ${told.error}`)));
        };
        const onExit = () => settle(() => resolve(LIMIT));
        const onError = (error: Error) => settle(() => reject(error));
        const stop = () => {
          if (worker === thread) worker = null;
          void thread.terminate();
        };
        const onAbort = () => {
          stop();
          settle(() => reject(signal?.reason));
        };
        const timer = setTimeout(
          () => {
            stop();
            settle(() => resolve(LIMIT));
          },
          seconds * 1000 + GRACE_MS,
        );
        signal?.addEventListener("abort", onAbort);
        thread.on("message", onMessage).on("error", onError).on("exit", onExit);
        thread.postMessage({ id, model, seconds, start: begin });
      });
    },
  };
}
