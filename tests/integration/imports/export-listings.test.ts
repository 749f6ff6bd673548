import { describe, expect, it } from "vitest";
import { exportFile } from "~/domain/imports/export-file.server";
import {
  assertMayExport,
  type ExportScope,
  exportListings,
} from "~/domain/imports/export-listings.server";
import { fieldsOf } from "~/domain/imports/import-field-rules";
import { makeMember, makeOfficer, makeOrganisation, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { catalogueRow, csvOf, HEADINGS, importAll } from "./catalogue-file";

const t = useTestDb();
const columns = fieldsOf("ACHIEVEMENT").map((key) => ({ key, heading: key }));

async function bytesOf(scope: ExportScope, format: "csv" | "xlsx" | "jsonl") {
  const stream = exportFile(exportListings(t.db, "achievement", scope), columns, format);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function market() {
  const organisation = await makeOrganisation(t.db);
  const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
  const row = catalogueRow(1);
  row.splice(2, 1, "=1+1 是公式也是摘要");
  const content = csvOf([HEADINGS, row, catalogueRow(2)]);
  await importAll(t.db, operator, { organisationId: organisation.id, content });
  return { organisation, operator };
}

describe("export", () => {
  it("defuses formulas and comes back unchanged", async () => {
    const { organisation, operator } = await market();
    const own = { scope: "own", organisationId: organisation.id } as const;
    for (const format of ["csv", "xlsx", "jsonl"] as const) {
      const bytes = await bytesOf(own, format);
      if (format === "csv") expect(new TextDecoder().decode(bytes)).toContain(",'=1+1 ");
      const { run } = await importAll(t.db, operator, {
        organisationId: organisation.id,
        fileName: `back.${format}`,
        content: bytes,
      });
      expect(run, format).toMatchObject({ unchanged: 2, created: 0, updated: 0, rejected: 0 });
    }
  }, 120_000);

  it("shows the public only what is public", async () => {
    const { organisation } = await market();
    await t.db.achievement.updateMany({
      where: { externalId: "T-1" },
      data: {
        isBlinded: true,
        sectionVisibility: { description: "NDA", price: "SIGNED_IN" },
      },
    });
    const lines = new TextDecoder()
      .decode(await bytesOf({ scope: "public", query: "" }, "jsonl"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ description: "", price: "" });
    expect(JSON.stringify(lines[0])).not.toContain("T-1");
    expect(lines[1]?.description).not.toBe("");
    const rows = exportListings(t.db, "achievement", { scope: "public", query: "" });
    const first = (await rows.next()).value;
    expect(first).toMatchObject({ organisation: "" });
    expect(first).not.toMatchObject({ organisation: organisation.legalName });
  });

  it("gives an organisation's drafts to its members only", async () => {
    const { organisation } = await market();
    const scope = { scope: "own", organisationId: organisation.id } as const;
    const member = await makeMember(t.db, organisation.id, "MEMBER", []);
    await expect(assertMayExport(t.db, scope, member)).resolves.toBeUndefined();
    const other = await makeMember(t.db, (await makeOrganisation(t.db)).id, "OWNER");
    for (const actor of [other, await makeStranger(t.db), await makeOfficer(t.db)]) {
      await expect(assertMayExport(t.db, scope, actor)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(
      assertMayExport(t.db, { scope: "own", organisationId: "no-id" }, member),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
