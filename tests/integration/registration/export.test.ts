import { createHash } from "node:crypto";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { exportDossier } from "~/domain/registration/export-dossier.server";
import { exportNational, exportTaxNotice } from "~/domain/registration/export-exchange.server";
import { nationalSchema, taxSchema } from "~/domain/registration/export-exchange-schema";
import { exportFormPdf, exportFormWorkbook } from "~/domain/registration/export-form.server";
import { manifestSchema } from "~/domain/registration/export-manifest-schema";
import { getExportSource } from "~/domain/registration/export-source-queries.server";
import { FORM_FIELDS } from "~/domain/registration/registration-form-rules";
import { translatorFor } from "~/i18n/i18next.server";
import { getStorage } from "~/platform/storage.server";
import { makeStranger } from "../../factories/people";
import {
  makeCase,
  makeRegistrar,
  makeRegistrationOffice,
  type TestCase,
} from "../../factories/registered-cases";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const texts = {
  t: translatorFor("zh-CN", "certificates"),
  rules: translatorFor("zh-CN", "registration"),
  form: translatorFor("zh-CN", "recognition"),
};
let made: TestCase;
let office: { id: string; code: string };
let registrar: UserActor;

const contract = new TextEncoder().encode("%PDF-1.7 the signed contract");

beforeAll(async () => {
  office = await makeRegistrationOffice(t.db, { code: "370100-01" });
  registrar = await makeRegistrar(t.db, office.id);
  made = await makeCase(t.db, office, { state: "REGISTERED" });
  const { contract: row } = await t.db.registration.findUniqueOrThrow({
    where: { id: made.id },
    select: { contract: { select: { sealedFile: true } } },
  });
  const file = row.sealedFile;
  if (!file) throw new Error("the contract has no file");
  await getStorage().putFile(file.storageKey, contract, "application/pdf");
  await t.db.storedFile.update({
    where: { id: file.id },
    data: {
      sha256: createHash("sha256").update(contract).digest("hex"),
      sizeBytes: BigInt(contract.length),
    },
  });
});

const source = (actor: UserActor) => getExportSource(t.db, made.id, actor, "zh-CN");

async function dossierOf(actor: UserActor) {
  const { stream } = await exportDossier(await source(actor), texts, "zh-CN", t.db);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe("exports of a case", () => {
  it("puts every field of the form into a workbook, with national name, value and source", async () => {
    const content = await source(made.deal.seller);
    const bytes = await exportFormWorkbook(content, texts);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    const sheet = workbook.worksheets[0];
    const rows = (sheet?.getSheetValues() ?? []).slice(2) as (string | undefined)[][];
    expect(rows).toHaveLength(FORM_FIELDS.length + 4);
    const total = rows.find((row) => row[2] === "total_amount");
    expect(total?.slice(3, 7)).toEqual([
      "totalamount",
      expect.any(String),
      "600,000.00",
      "60000000",
    ]);
    const seller = rows.find((row) => row[2] === "seller.name");
    expect(seller?.[5]).toBe(made.deal.supply.legalName);
    expect(rows.find((row) => row[2] === "registration_no")?.[5]).toBe(made.registrationNo);
    expect(await exportFormWorkbook(content, texts)).toEqual(bytes);
    const pdf = await exportFormPdf(content, texts, "zh-CN");
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("packs the dossier with a manifest whose hashes hold, the same bytes for the same content", async () => {
    const bytes = await dossierOf(registrar);
    const files = unzipSync(bytes);
    const manifest = manifestSchema.parse(
      JSON.parse(strFromU8(files["manifest.json"] ?? contract)),
    );
    const listed = Object.fromEntries(manifest.files.map((one) => [one.path, one.sha256]));
    const hashed = Object.entries(files)
      .filter(([name]) => name !== "manifest.json")
      .map(([name, content]) => [name, createHash("sha256").update(content).digest("hex")]);
    expect(Object.fromEntries(hashed)).toEqual(listed);
    expect(manifest.files.map((one) => one.kind)).toEqual(
      expect.arrayContaining(["FORM", "EXCHANGE", "CHECKS", "AUDIT", "CONTRACT"]),
    );
    expect(Buffer.from(await dossierOf(registrar)).equals(Buffer.from(bytes))).toBe(true);
  });

  it("gives exchange data that fulfil their schemas and agree with the case", async () => {
    const content = await source(registrar);
    const national = nationalSchema.parse(JSON.parse(strFromU8(exportNational(content))));
    expect(national.case).toMatchObject({
      registrationNo: made.registrationNo,
      state: "REGISTERED",
    });
    expect(national.amounts).toEqual({
      total: "600000.00",
      technical: "500000.00",
      approvedIncome: "500000.00",
    });
    expect(national.form).toContainEqual({
      id: "category",
      national: "contracttype",
      value: "11",
      text: "委托开发",
    });
    const tax = taxSchema.parse(JSON.parse(strFromU8(await exportTaxNotice(content, t.db))));
    expect(tax).toMatchObject({ status: "REGISTERED", category: { vatExemptionBase: true } });
    expect(JSON.stringify(tax)).not.toContain("0531-12345678");
    const open = await makeCase(t.db, office, { state: "REVIEW" });
    const early = await getExportSource(t.db, open.id, registrar, "zh-CN");
    await expect(exportTaxNotice(early, t.db)).rejects.toMatchObject({
      code: "tax_notice_needs_registration",
    });
  });

  it("is for the applicant and the office only", async () => {
    await expect(source(await makeStranger(t.db))).rejects.toMatchObject({ status: 404 });
    await expect(source(made.deal.buyer)).rejects.toMatchObject({ status: 403 });
    const other = await makeRegistrationOffice(t.db, { code: "370300-01" });
    await expect(source(await makeRegistrar(t.db, other.id))).rejects.toMatchObject({
      status: 404,
    });
  });
});
