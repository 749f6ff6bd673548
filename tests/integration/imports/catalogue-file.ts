import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { UserActor } from "~/domain/identity/actor";
import { createImportRun } from "~/domain/imports/create-import-run.server";
import { getImportRun } from "~/domain/imports/import-queries.server";
import { runImport } from "~/domain/imports/run-import.server";
import { commitImport, queueDryRun } from "~/domain/imports/steer-import.server";
import type { Db } from "~/platform/db.server";
import { createFolderStorage } from "~/platform/storage.server";

export const storage = createFolderStorage(mkdtempSync(path.join(tmpdir(), "imports-")));

export const HEADINGS = [
  "编号",
  "名称",
  "摘要",
  "详细介绍",
  "技术领域",
  "行业",
  "合作方式",
  "价格",
  "成熟度",
  "专利申请号",
];

/** A row of the test catalogue in the order of HEADINGS. */
export function catalogueRow(index: number): string[] {
  const materials = ["钛合金", "碳化硅", "聚酰亚胺", "沸石", "石墨烯"];
  const material = materials[index % materials.length] ?? "";
  return [
    `T-${index}`,
    `第 ${index} 号${material}制备方法`,
    `${material}的批量制备，成品率提高 ${10 + (index % 40)}%`,
    `本方法以${material}为对象，第 ${index} 组试验在 ${300 + index} ℃ 保温 2 h，强度提高 ${index % 50}%，已经三次重复，偏差不超过 2%。`,
    "新材料-复合材料",
    "制造业——化学原料和化学制品制造业",
    "技术转让,技术许可",
    index % 3 === 0 ? "面议" : `${10 + index}万元`,
    index % 2 === 0 ? "通过小试" : "通过中试",
    "",
  ];
}

export function csvOf(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join(",")).join("\r\n");
}

export function catalogue(count: number): string {
  return csvOf([HEADINGS, ...Array.from({ length: count }, (_, index) => catalogueRow(index + 1))]);
}

type Start = {
  organisationId: string;
  content: string | Uint8Array;
  kind?: "ACHIEVEMENT" | "NEED";
  fileName?: string;
  source?: string;
};

/** Uploads a file and queues its dry run. */
export async function startImport(db: Db, actor: UserActor, start: Start): Promise<string> {
  const { id } = await createImportRun(
    {
      kind: start.kind ?? "ACHIEVEMENT",
      organisationId: start.organisationId,
      source: start.source ?? "test",
      fileName: start.fileName ?? "catalogue.csv",
      content:
        typeof start.content === "string" ? new TextEncoder().encode(start.content) : start.content,
    },
    actor,
    db,
    storage,
  );
  const { mapping } = await getImportRun(db, id);
  await queueDryRun(id, mapping, actor, db);
  return id;
}

/** Dry run and commit of a whole file. */
export async function importAll(db: Db, actor: UserActor, start: Start) {
  const id = await startImport(db, actor, start);
  await runImport(id, db, { storage, budgetMs: 600_000 });
  const dry = await getImportRun(db, id);
  if (dry.state === "FINISHED") {
    await commitImport(id, actor, db);
    await runImport(id, db, { storage, budgetMs: 600_000 });
  }
  return { id, dry, run: await getImportRun(db, id) };
}
