import fs from "node:fs";
import type { Settings } from "./settings.ts";

const ACCOUNTS = "prisma/seed/demo-accounts.json";

interface DemoAccount {
  role: string;
  identifier: string;
  password: string;
}

/** Says where the market is, who can sign in to try it, and where the data lies. */
export function printBanner(settings: Settings, port: number | undefined, startMs: number): void {
  const lines = [""];
  const seconds = (startMs / 1000).toFixed(1);
  if (port === undefined) {
    lines.push(`  Grand Market · worker ready in ${seconds} s`);
  } else {
    const address = process.env.APP_URL ?? `http://localhost:${port}`;
    lines.push(`  Grand Market is open at ${address}  (ready in ${seconds} s)`);
  }
  const accounts = settings.wantsDemo ? readAccounts() : [];
  if (accounts.length > 0) {
    lines.push("", "  Demo accounts · 演示账号");
    const width = Math.max(...accounts.map(({ identifier }) => identifier.length));
    for (const { role, identifier, password } of accounts) {
      lines.push(`    ${identifier.padEnd(width)}  ${password}  ${role}`);
    }
  }
  lines.push("", `  Data: ${settings.dataDir}`);
  if (settings.embedsPostgres) lines.push("  Stop with Ctrl-C; the next start keeps the data.");
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

function readAccounts(): DemoAccount[] {
  if (!fs.existsSync(ACCOUNTS)) return [];
  return JSON.parse(fs.readFileSync(ACCOUNTS, "utf8")) as DemoAccount[];
}
