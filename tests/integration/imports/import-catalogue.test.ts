import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { verifyChain } from "~/domain/audit/verify-chain.server";
import { createImportRun } from "~/domain/imports/create-import-run.server";
import { getImportRun } from "~/domain/imports/import-queries.server";
import { importJobKey, resumeImports, runImport } from "~/domain/imports/run-import.server";
import { cancelImport, commitImport } from "~/domain/imports/steer-import.server";
import { makeMember, makeOfficer, makeOrganisation, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import {
  catalogue,
  catalogueRow,
  csvOf,
  HEADINGS,
  importAll,
  startImport,
  storage,
} from "./catalogue-file";

const t = useTestDb();

async function trustedOwner() {
  const organisation = await makeOrganisation(t.db);
  await t.db.organisation.update({ where: { id: organisation.id }, data: { trustedImport: true } });
  return { organisation, actor: await makeMember(t.db, organisation.id, "OWNER") };
}

const issuesOf = (runId: string) =>
  t.db.importIssue.findMany({ where: { runId }, orderBy: [{ row: "asc" }, { id: "asc" }] });

describe("a catalogue of 2,000 rows", () => {
  it("is read without writing, written once, and again only where it changed", async () => {
    const { organisation, actor } = await trustedOwner();
    const start = { organisationId: organisation.id, content: catalogue(2000) };
    const id = await startImport(t.db, actor, start);
    await runImport(id, t.db, { storage, budgetMs: 600_000 });
    expect(await getImportRun(t.db, id)).toMatchObject({
      state: "FINISHED",
      isDryRun: true,
      totalRows: 2000,
      created: 2000,
      rejected: 0,
    });
    expect(await t.db.achievement.count()).toBe(0);

    await commitImport(id, actor, t.db);
    await runImport(id, t.db, { storage, budgetMs: 600_000 });
    expect(await getImportRun(t.db, id)).toMatchObject({ state: "FINISHED", created: 2000 });
    expect(await t.db.achievement.count({ where: { state: "PUBLISHED" } })).toBe(2000);
    const one = await t.db.achievement.findFirstOrThrow({ where: { externalId: "T-7" } });
    expect(one).toMatchObject({
      source: "test",
      fieldCodes: ["4.3"],
      industryCodes: ["26"],
      modes: ["ASSIGNMENT", "LICENCE"],
      priceKind: "FIXED",
      priceMinFen: 17_000_000n,
      trlDeclared: 6,
      regionCode: organisation.regionCode,
      versionNumber: 1,
    });
    expect(await t.db.searchOutbox.count({ where: { index: "achievement" } })).toBe(2000);

    const again = await importAll(t.db, actor, start);
    expect(again.run).toMatchObject({ created: 0, updated: 0, unchanged: 2000, rejected: 0 });

    const rows = [HEADINGS, catalogueRow(1), catalogueRow(2)];
    rows[1]?.splice(7, 1, "25万元");
    const changed = await importAll(t.db, actor, { ...start, content: csvOf(rows) });
    expect(changed.run).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    const first = await t.db.achievement.findFirstOrThrow({ where: { externalId: "T-1" } });
    expect(first).toMatchObject({ priceMinFen: 25_000_000n, versionNumber: 2 });
    expect((await verifyChain(t.db)).fault).toBeNull();
  }, 180_000);
});

describe("who may import", () => {
  it("keeps listings of an organisation without the grant as drafts", async () => {
    const organisation = await makeOrganisation(t.db);
    const actor = await makeMember(t.db, organisation.id, "MEMBER");
    const { run } = await importAll(t.db, actor, {
      organisationId: organisation.id,
      content: catalogue(5),
    });
    expect(run).toMatchObject({ created: 5, publish: false });
    expect(await t.db.achievement.count({ where: { state: "DRAFT" } })).toBe(5);
  });

  it("lets an operator publish for any organisation, and refuses everybody else", async () => {
    const organisation = await makeOrganisation(t.db);
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    const start = { organisationId: organisation.id, content: catalogue(3) };
    expect((await importAll(t.db, operator, start)).run).toMatchObject({ publish: true });
    expect(await t.db.achievement.count({ where: { state: "PUBLISHED" } })).toBe(3);
    const other = await makeMember(t.db, (await makeOrganisation(t.db)).id, "OWNER");
    const reader = await makeMember(t.db, organisation.id, "MEMBER", []);
    for (const actor of [other, reader, await makeStranger(t.db), await makeOfficer(t.db)]) {
      await expect(startImport(t.db, actor, start)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("does not touch another organisation's listings of the same source", async () => {
    const a = await trustedOwner();
    const b = await trustedOwner();
    const content = catalogue(2);
    await importAll(t.db, a.actor, { organisationId: a.organisation.id, content });
    const { id, run } = await importAll(t.db, b.actor, {
      organisationId: b.organisation.id,
      content,
    });
    expect(run).toMatchObject({ created: 0, updated: 0, rejected: 2 });
    expect((await issuesOf(id)).map((one) => one.code)).toEqual([
      "import_owned_by_other",
      "import_owned_by_other",
    ]);
  });

  it("stops when the importer has lost the right meanwhile", async () => {
    const { organisation, actor } = await trustedOwner();
    const id = await startImport(t.db, actor, {
      organisationId: organisation.id,
      content: catalogue(2),
    });
    await t.db.membership.updateMany({ data: { endedAt: new Date() } });
    await runImport(id, t.db, { storage, budgetMs: 600_000 });
    expect(await getImportRun(t.db, id)).toMatchObject({ state: "FAILED", failure: "forbidden" });
  });
});

describe("interruptions", () => {
  it("goes on where it stopped, also with two workers at once", async () => {
    const { organisation, actor } = await trustedOwner();
    const id = await startImport(t.db, actor, {
      organisationId: organisation.id,
      content: catalogue(900),
    });
    await runImport(id, t.db, { storage, budgetMs: 600_000 });
    await commitImport(id, actor, t.db);
    // No time: one batch, as if the worker had been killed after it.
    expect(await runImport(id, t.db, { storage, budgetMs: 0 })).toBe("more");
    expect(await getImportRun(t.db, id)).toMatchObject({
      state: "RUNNING",
      cursor: 100,
      created: 100,
    });
    await Promise.all([
      runImport(id, t.db, { storage, budgetMs: 600_000 }),
      runImport(id, t.db, { storage, budgetMs: 600_000 }),
    ]);
    expect(await getImportRun(t.db, id)).toMatchObject({ state: "FINISHED", created: 900 });
    expect(await t.db.achievement.count()).toBe(900);
  }, 120_000);

  it("wakes a run whose worker died", async () => {
    const { organisation, actor } = await trustedOwner();
    const id = await startImport(t.db, actor, {
      organisationId: organisation.id,
      content: catalogue(1),
    });
    expect(await resumeImports(t.db)).toBe(0);
    await t.db.$executeRaw`
      UPDATE graphile_worker._private_jobs
      SET locked_at = now() - interval '1 hour', locked_by = 'dead', attempts = 1
      WHERE key = ${importJobKey(id)}`;
    expect(await resumeImports(t.db)).toBe(1);
    const waiting = await t.db.$queryRaw<{ locked_at: Date | null }[]>`
      SELECT locked_at FROM graphile_worker.jobs WHERE key = ${importJobKey(id)}`;
    expect(waiting).toEqual([{ locked_at: null }]);
  });

  it("stops at the next batch when it is cancelled, and keeps what is written", async () => {
    const { organisation, actor } = await trustedOwner();
    const id = await startImport(t.db, actor, {
      organisationId: organisation.id,
      content: catalogue(500),
    });
    await runImport(id, t.db, { storage, budgetMs: 600_000 });
    await commitImport(id, actor, t.db);
    await runImport(id, t.db, { storage, budgetMs: 0 });
    await cancelImport(id, actor, t.db);
    expect(await runImport(id, t.db, { storage, budgetMs: 600_000 })).toBe("stopped");
    expect(await getImportRun(t.db, id)).toMatchObject({ state: "CANCELLED", created: 100 });
    expect(await t.db.achievement.count()).toBe(100);
  });
});

describe("files", () => {
  it("reads GB18030, UTF-8 with mark, JSON Lines and workbooks alike", async () => {
    const { organisation, actor } = await trustedOwner();
    const gb = new Uint8Array([
      ...Buffer.from("b1e0bac52cc3fbb3c62ccfeacfb8bde9c9dc0a", "hex"), // 编号,名称,详细介绍
      ...Buffer.from("312c", "hex"),
      ...Buffer.from("c4c6b5e7b3d8d5fdbcab2c", "hex"), // 钠电池正极
      ...Buffer.from("c4c6b5e7b3d8d5fdbcab".repeat(4), "hex"),
    ]);
    const marked = `\ufeff编号,名称,详细介绍\n2,"硬碳,负极","${"硬碳负极材料的制备。".repeat(3)}"`;
    const lines = `{"id": 3, "name": "储能电芯", "context": "${"储能电芯的制备方法。".repeat(3)}", "keywords": ["储能", "电芯"]}\nnot json\n[1]\n`;
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("目录");
    sheet.addRow(["编号", "名称", "详细介绍", "价格（万元）"]);
    sheet.addRow([
      4,
      { richText: [{ text: "固态" }, { text: "电解质" }] },
      "固态电解质膜的连续制备方法。".repeat(3),
      80,
    ]);
    const workbook = new Uint8Array(await book.xlsx.writeBuffer());
    const files: [string, string | Uint8Array][] = [
      ["gb.csv", gb],
      ["utf8.csv", marked],
      ["rows.jsonl", lines],
      ["book.xlsx", workbook],
    ];
    for (const [fileName, content] of files) {
      const { run } = await importAll(t.db, actor, {
        organisationId: organisation.id,
        fileName,
        content,
      });
      expect(run, fileName).toMatchObject({ failure: null, state: "FINISHED", created: 1 });
    }
    const titles = await t.db.achievement.findMany({
      orderBy: { externalId: "asc" },
      select: { title: true, keywords: true, priceMinFen: true },
    });
    expect(titles).toEqual([
      { title: "钠电池正极", keywords: [], priceMinFen: null },
      { title: "硬碳,负极", keywords: [], priceMinFen: null },
      { title: "储能电芯", keywords: ["储能", "电芯"], priceMinFen: null },
      { title: "固态电解质", keywords: [], priceMinFen: 80_000_000n },
    ]);
  });

  it("says for each bad row which column is wrong and why", async () => {
    const { organisation, actor } = await trustedOwner();
    const rows = Array.from({ length: 7 }, (_, index) => catalogueRow(index + 1));
    rows[0]?.splice(0, 1, "");
    rows[1]?.splice(1, 1, "钛".repeat(61));
    rows[2]?.splice(0, 1, "T-4");
    rows[4]?.splice(7, 1, "看着给");
    rows[5]?.splice(9, 1, "202310412345.9");
    rows[6]?.splice(8, 1, "保密");
    const { id, run } = await importAll(t.db, actor, {
      organisationId: organisation.id,
      content: csvOf([HEADINGS, ...rows]),
    });
    expect(run).toMatchObject({ totalRows: 7, created: 4, rejected: 3 });
    const issues = await issuesOf(id);
    expect(issues.map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual([
      [1, "编号", "required", "ERROR"],
      [2, "名称", 'too_long|{"max":60}', "ERROR"],
      [4, "编号", "import_duplicate_id", "ERROR"],
      [5, "价格", "import_price_unknown", "WARNING"],
      [6, "专利申请号", "import_patent_check_digit", "WARNING"],
      [7, "成熟度", "import_maturity_unknown", "WARNING"],
    ]);
  });

  it("survives scripts, emoji, rare characters, full-width digits and formulas", async () => {
    const { organisation, actor } = await trustedOwner();
    const row = catalogueRow(1);
    row.splice(1, 1, "<script>alert(1)</script>𬭎😀制备方法");
    row.splice(2, 1, '=HYPERLINK("http://evil.example")');
    row.splice(7, 1, "１２万元");
    await importAll(t.db, actor, {
      organisationId: organisation.id,
      content: csvOf([HEADINGS, row]),
    });
    const one = await t.db.achievement.findFirstOrThrow();
    expect(one.title).toBe("𬭎😀制备方法");
    expect(one.priceMinFen).toBe(12_000_000n);
  });

  it.each([
    ["program.exe", "MZ", "import_format_unknown"],
    ["book.xlsx", "编号,名称\n1,2", "import_file_disguised"],
    ["book.csv", "PK\u0003\u0004", "import_file_disguised"],
    ["book.xlsx", "PK\u0003\u0004 and nothing that follows", "import_file_unreadable"],
    ["empty.csv", "", "import_file_empty"],
    ["header.csv", "编号,名称", "import_no_header"],
  ])("refuses %s", async (fileName, content, code) => {
    const { organisation, actor } = await trustedOwner();
    const input = {
      kind: "ACHIEVEMENT" as const,
      organisationId: organisation.id,
      fileName,
      content: new TextEncoder().encode(content),
    };
    await expect(createImportRun(input, actor, t.db, storage)).rejects.toMatchObject({ code });
    expect(await t.db.importRun.count()).toBe(0);
  });
});

describe("separators", () => {
  it("splits at the separator of the headings only", async () => {
    const { organisation, actor } = await trustedOwner();
    const body = "用于钠电池, 储能; 以及低速车的正极材料。".repeat(2);
    const content = `编号;名称;详细介绍\n1;正极;"${body}"\n`;
    await importAll(t.db, actor, { organisationId: organisation.id, content });
    expect(await t.db.achievement.findFirstOrThrow()).toMatchObject({ description: body });
  });
});
