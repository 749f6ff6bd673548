import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { marketParameters } from "./market-parameters";
import { roadshowParameters } from "./roadshow-parameters";
import { tradingParameters } from "./trading-parameters";

type CodeRow = {
  code: string;
  parent?: string;
  nameZh: string;
  nameEn?: string;
  sort: number;
  [extra: string]: unknown;
};

type CodeFile = { meta: { list: string; validFrom: string | null }; items: CodeRow[] };

type RegionRow = CodeRow & { level: "province" | "city" | "district"; functionalZone?: boolean };

type PolicyRow = {
  key: string;
  titleZh: string;
  value: unknown;
  unit: string;
  scope: string;
  validFrom: string | null;
  validTo: string | null;
  source: string;
  confidence: string;
  note: string;
};

type HolidayFile = {
  meta: { coversFrom: string; coversTo: string };
  items: {
    date: string;
    kind: string;
    nameZh: string;
    nameEn: string;
    source: string;
    confidence: string;
  }[];
};

const folder = path.resolve(import.meta.dirname, "..");
/** Stands for "in force, first day not established": before anything that this market computes. */
const LONG_AGO = "1900-01-01";
const REGION_LEVELS = { province: 1, city: 2, district: 3 } as const;
/** Lists that have tables of their own. */
const SPECIAL = new Set(["regions", "policy-parameters"]);

function readJson<T>(...place: string[]): T {
  return JSON.parse(readFileSync(path.join(folder, ...place), "utf8")) as T;
}

/**
 * Brings regions, code lists, policy parameters and the holiday table up to the files beside this
 * one. Idempotent; rows that the files no longer have stay, because records may use them.
 */
export async function writeReference(db: Db): Promise<void> {
  await writeRegions(db);
  for (const name of readdirSync(path.join(folder, "codelists")).sort()) {
    const list = name.replace(/\.json$/, "");
    if (!SPECIAL.has(list)) await writeCodes(db, readJson<CodeFile>("codelists", name));
  }
  await writePolicies(db);
  await writeCalendar(db);
}

async function writeRegions(db: Db): Promise<void> {
  const { meta, items } = readJson<{ meta: CodeFile["meta"]; items: RegionRow[] }>(
    "codelists",
    "regions.json",
  );
  const rows = items.map((item) => ({
    code: item.code,
    parentCode: item.parent ?? null,
    level: REGION_LEVELS[item.level],
    nameZh: item.nameZh,
    nameEn: item.nameEn ?? item.nameZh,
    isZone: item.functionalZone === true,
    validFrom: meta.validFrom,
  }));
  // Parents stand before their children in the file.
  await db.$executeRaw`
    INSERT INTO "Region" (code, "parentCode", level, "nameZh", "nameEn", "isZone", "validFrom")
    SELECT code, "parentCode", level, "nameZh", "nameEn", "isZone", "validFrom"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(code text, "parentCode" text, level smallint, "nameZh" text, "nameEn" text, "isZone" boolean, "validFrom" date)
    ON CONFLICT (code) DO UPDATE SET "parentCode" = excluded."parentCode", level = excluded.level,
      "nameZh" = excluded."nameZh", "nameEn" = excluded."nameEn", "isZone" = excluded."isZone"`;
}

async function writeCodes(db: Db, { meta, items }: CodeFile): Promise<void> {
  const rows = items.map(({ code, parent, nameZh, nameEn, sort, ...extra }) => ({
    list: meta.list,
    code,
    parentCode: parent ?? null,
    nameZh,
    nameEn: nameEn ?? nameZh,
    sort,
    extra,
    validFrom: meta.validFrom,
  }));
  await db.$executeRaw`
    INSERT INTO "CodeItem" (list, code, "parentCode", "nameZh", "nameEn", sort, extra, "validFrom")
    SELECT list, code, "parentCode", "nameZh", "nameEn", sort, extra, "validFrom"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(list text, code text, "parentCode" text, "nameZh" text, "nameEn" text, sort int, extra jsonb, "validFrom" date)
    ON CONFLICT (list, code) DO UPDATE SET "parentCode" = excluded."parentCode",
      "nameZh" = excluded."nameZh", "nameEn" = excluded."nameEn", sort = excluded.sort, extra = excluded.extra`;
}

async function writePolicies(db: Db): Promise<void> {
  const { items } = readJson<{ items: PolicyRow[] }>("codelists", "policy-parameters.json");
  const rows = [...items, ...marketParameters, ...tradingParameters, ...roadshowParameters].map(
    (item) => ({
      id: newId(),
      key: item.key,
      title: item.titleZh,
      value: item.value,
      unit: item.unit,
      scope: item.scope,
      validFrom: item.validFrom ?? LONG_AGO,
      validTo: item.validTo,
      source: item.source,
      confidence: item.confidence,
      note: item.note,
    }),
  );
  // A value that an operator has changed for this market is not overwritten.
  await db.$executeRaw`
    INSERT INTO "PolicyParameter" (id, key, title, value, unit, scope, "validFrom", "validTo", source, confidence, note)
    SELECT id, key, title, value, unit, scope, "validFrom", "validTo", source, confidence, note
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, key text, title text, value jsonb, unit text, scope text, "validFrom" date, "validTo" date, source text, confidence text, note text)
    ON CONFLICT (key, scope, "validFrom") DO UPDATE SET title = excluded.title, unit = excluded.unit,
      value = CASE WHEN "PolicyParameter".scope = 'market' THEN "PolicyParameter".value ELSE excluded.value END,
      "validTo" = excluded."validTo", source = excluded.source, confidence = excluded.confidence, note = excluded.note`;
}

async function writeCalendar(db: Db): Promise<void> {
  const { items } = readJson<HolidayFile>("calendar", "holidays-cn.json");
  const years = [...new Set(items.map((item) => Number(item.date.slice(0, 4))))].map((year) => {
    const first = items.find((item) => item.date.startsWith(String(year)));
    const confidence = first?.confidence === "estimated" ? "estimated" : "official";
    return { year, source: first?.source ?? "", confidence };
  });
  await db.$transaction([
    db.$executeRaw`
      INSERT INTO "CalendarYear" (year, source, confidence)
      SELECT year, source, confidence
      FROM jsonb_to_recordset(${JSON.stringify(years)}::jsonb) AS r(year int, source text, confidence text)
      ON CONFLICT (year) DO UPDATE SET source = excluded.source, confidence = excluded.confidence`,
    // An estimate that the notice has replaced must not leave its days behind.
    db.calendarDay.deleteMany({ where: { year: { in: years.map((row) => row.year) } } }),
    db.calendarDay.createMany({
      data: items.map(({ date, kind, nameZh, nameEn }) => ({
        date: new Date(`${date}T00:00:00Z`),
        year: Number(date.slice(0, 4)),
        kind,
        nameZh,
        nameEn,
      })),
    }),
  ]);
}
