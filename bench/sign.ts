import { createHash, createPrivateKey, randomBytes, sign } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { lockDataFolder, prepareDataFolder } from "../app/server/data-folder.ts";
import { startEmbeddedPostgres } from "../app/server/embedded-postgres.ts";
import { applyMigrations } from "../app/server/migrate.ts";

/**
 * node --import tsx bench/sign.ts [rounds]   (default 40)
 *
 * Sets a contract of some ten pages, seals it with its evidence pages, and verifies the sealed file as
 * /verify does, database included. Prints documents per second, the ratio of sealing to a bare RSA-3072
 * signature, and of verifying to a bare SHA-256 of the same bytes.
 */
const rounds = Number(process.argv[2] ?? 40);
const dataDir = prepareDataFolder(fs.mkdtempSync(path.join(os.tmpdir(), "market-bench-")));
const unlock = lockDataFolder(dataDir);
const postgres = await startEmbeddedPostgres({ dataDir });
Object.assign(process.env, {
  DATABASE_URL: postgres.url,
  MEILI_URL: "http://127.0.0.1:1",
  DATA_DIR: dataDir,
  APP_SECRET: "x".repeat(40),
  LOG_LEVEL: "error",
});
try {
  await applyMigrations(postgres.url, "prisma/migrations");
  await run();
} finally {
  await postgres.stop();
  unlock();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/** Milliseconds of one call: the median of all rounds, after one to warm up. */
async function measure(work: (round: number) => Promise<unknown> | unknown): Promise<number> {
  await work(-1);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    await work(round);
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

async function run(): Promise<void> {
  const { createDb } = await import("../app/platform/db.server");
  const { renderPdf } = await import("../app/platform/pdf-document.server");
  const { sealPdf } = await import("../app/platform/seal-pdf.server");
  const { countPdfPages } = await import("../app/platform/pdf-pages.server");
  const { getSealKey, getSealProvider } = await import("../app/domain/shared/seal-key.server");
  const { recordSeal } = await import("../app/domain/shared/record-seal.server");
  const { verifyDocument } = await import("../app/domain/contracts/verify-document.server");
  const db = createDb(postgres.url, 2);
  const provider = await getSealProvider(db);
  const key = createPrivateKey((await getSealKey("PDF_SEAL", db)).privateKeyPem);

  const clause =
    "受托人应当按照约定的期限交付研究开发成果，并保证其完整、准确、有效；逾期的，每逾期一日按合同总额的万分之五支付违约金（不可抗力除外）。";
  const document = (pages: number, title: string) =>
    renderPdf({
      title,
      author: "科技大市场",
      language: "zh-CN",
      createdAt: new Date("2026-11-22T00:00:00Z"),
      blocks: Array.from({ length: pages * 5 }, (_, at) => ({
        kind: "clause" as const,
        number: `第 ${at + 1} 条`,
        heading: "成果的交付",
        paragraphs: [clause.repeat(2)],
      })),
    });
  const original = await document(10, "技术开发合同");
  const appendix = await document(2, "签署证据");
  const input = { original, appendix, signedAt: new Date(), reason: "bench", fieldName: "seal-1" };
  const sealed = await sealPdf(input, provider);
  await db.$transaction((tx) =>
    recordSeal(
      {
        kind: "PUBLICITY_PACK",
        subjectType: "Bench",
        subjectId: "01900000-0000-7000-8000-000000000000",
        label: "bench",
        fileId: null,
        ...sealed,
      },
      tx,
    ),
  );
  const digest = randomBytes(32);

  const set = await measure(() => document(10, "技术开发合同"));
  const seal = await measure(() => sealPdf(input, provider));
  const bareSign = await measure(() => sign("sha256", digest, key));
  const verify = await measure(async (round) => {
    const ip = `198.51.100.${round}`;
    const view = await verifyDocument({ content: sealed.bytes }, null, ip, db);
    if (view.outcome !== "ISSUED") throw new Error(`verified as ${view.outcome}`);
  });
  const bareHash = await measure(() => createHash("sha256").update(sealed.bytes).digest());

  const line = (what: string, ms: number, note: string) =>
    process.stdout.write(`${what.padEnd(26)} ${ms.toFixed(2).padStart(9)} ms  ${note}\n`);
  const perSecond = (ms: number) => `${(1000 / ms).toFixed(1)} a second`;
  process.stdout.write(
    `${await countPdfPages(original)} pages, ${original.length} bytes; sealed ${sealed.bytes.length} bytes; ${rounds} rounds\n`,
  );
  line("set the document", set, perSecond(set));
  line("seal with evidence", seal, perSecond(seal));
  line("bare RSA-3072 signature", bareSign, `sealing is ${(seal / bareSign).toFixed(1)} x`);
  line("verify as /verify does", verify, perSecond(verify));
  line("bare SHA-256", bareHash, `verifying is ${(verify / bareHash).toFixed(1)} x`);
  await db.$disconnect();
}
