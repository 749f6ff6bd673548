import { spawn } from "node:child_process";

const OUTPUT_LIMIT = 4000;

/**
 * Runs Node with these arguments to its end. Returns null when it ended well, else the end of what
 * it printed.
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
  return code === 0 ? null : output || `exit code ${code}`;
}
