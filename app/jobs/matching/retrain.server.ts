import { spawn } from "node:child_process";
import type { JobHandler } from "../job-handler";

const COMMAND = ["--import", "tsx", "app/commands/match-train-catalogue.ts", "--if-changed"];
const OUTPUT_LIMIT = 20_000;

/**
 * Runs the training as a process of its own: it keeps one core busy for minutes, and this one answers
 * people meanwhile. When the market is stopped the training is stopped with it.
 */
export const retrainVectors: JobHandler<"matching.retrain"> = async (_payload, { logger }) => {
  const child = spawn(process.execPath, COMMAND, {
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-OUTPUT_LIMIT);
    });
  }
  const stop = () => child.kill("SIGTERM");
  const occasions = ["SIGINT", "SIGTERM", "exit"] as const;
  for (const occasion of occasions) process.once(occasion, stop);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (code !== 0) throw new Error(`training on the catalogue ended with ${code}: ${output}`);
    const last = output.trimEnd().split("\n").at(-1) ?? "{}";
    logger.info(JSON.parse(last), "training on the catalogue is done");
  } finally {
    for (const occasion of occasions) process.off(occasion, stop);
  }
};
