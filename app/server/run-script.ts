import { spawn } from "node:child_process";

const OUTPUT_LIMIT = 200_000;
const SHOWN_LINES = 12;

/**
 * Runs Node with these arguments to its end. Returns null when it ended well, else what it printed
 * around its first error, or at its end.
 */
export async function runScript(
  args: string[],
  env: Record<string, string>,
): Promise<string | null> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-OUTPUT_LIMIT);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code === 0) return null;
  const lines = output.trimEnd().split("\n");
  const fault = lines.findIndex((line) => /error|fail/i.test(line));
  const from = fault < 0 ? Math.max(0, lines.length - SHOWN_LINES) : fault;
  return lines.slice(from, from + SHOWN_LINES).join("\n") || `exit code ${code}`;
}
