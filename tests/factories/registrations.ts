import type { UserActor } from "~/domain/identity/actor";
import { COMMITMENT_VERSION } from "~/domain/registration/commitment-rules";
import { createRegistration } from "~/domain/registration/create-registration.server";
import { editRegistrationForm } from "~/domain/registration/edit-registration-form.server";
import { evaluateDossier } from "~/domain/registration/evaluate-dossier.server";
import { moveRegistration } from "~/domain/registration/move-registration.server";
import { recordFindings } from "~/domain/registration/record-findings.server";
import type { FormFieldId } from "~/domain/registration/registration-form-rules";
import type { RegistrationMove } from "~/domain/registration/registration-procedure";
import { clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import type { SubKind } from "~/domain/shared/tech-contract";
import type { Db } from "~/platform/db.server";
import { makeAcceptedTerms, makeDeal, makeSignedContract, type TestDeal, termSheet } from "./deals";
import { actorOf, makeUser } from "./people";

export type TestOffice = {
  id: string;
  code: string;
  first: UserActor;
  second: UserActor;
  chief: UserActor;
};

let offices = 0;

export async function makeRegistrar(
  db: Db,
  officeId: string,
  role: "REGISTRAR" | "CHIEF" | "PRECHECK" = "REGISTRAR",
): Promise<UserActor> {
  const user = await makeUser(db, { realNameLevel: 2 });
  // Long ago: a test may have set its clock behind that of the database.
  const validFrom = dateColumn("2020-01-01");
  await db.registrarSeat.create({
    data: { id: newId(), userId: user.id, officeId, role, validFrom },
  });
  return actorOf(db, user.id);
}

/** An office with two registrars and a chief, competent for a region and any amount. */
export async function makeRegistrationOffice(db: Db, regionCode = "370100"): Promise<TestOffice> {
  offices += 1;
  const id = newId();
  const code = `${regionCode}-T${offices}`;
  const validFrom = dateColumn("2020-01-01");
  await db.registrationOffice.create({
    data: {
      id,
      code,
      kind: "OFFICE",
      level: "CITY",
      regionCode,
      nameZh: `测试登记机构 ${offices}`,
      nameEn: `Test office ${offices}`,
      issuingAuthority: `测试登记机构 ${offices}`,
      validFrom,
    },
  });
  await db.registrationDelegation.create({
    data: { id: newId(), regionCode, officeId: id, validFrom, source: "test", confidence: "test" },
  });
  const first = await makeRegistrar(db, id);
  const second = await makeRegistrar(db, id);
  return { id, code, first, second, chief: await makeRegistrar(db, id, "CHIEF") };
}

/** A service point that forwards to the office, with its person. */
export async function makeServicePoint(
  db: Db,
  office: TestOffice,
): Promise<{ id: string; person: UserActor }> {
  const id = newId();
  await db.registrationOffice.create({
    data: {
      id,
      code: `${office.code}-S`,
      kind: "SERVICE_POINT",
      level: "DISTRICT",
      regionCode: "370102",
      nameZh: "测试服务点",
      nameEn: "Test point",
      issuingAuthority: "测试服务点",
      mayCertify: false,
      forwardsToId: office.id,
      validFrom: dateColumn("2020-01-01"),
    },
  });
  return { id, person: await makeRegistrar(db, id, "PRECHECK") };
}

let units = 0;

async function completeUnit(db: Db, id: string): Promise<void> {
  units += 1;
  await db.organisation.update({
    where: { id },
    data: {
      uscc: `91370100MA${String(units).padStart(7, "0")}A`,
      natureCode: "150",
      address: "济南市历下区示例路 1 号",
      legalRepresentative: `代表${units}`,
      registrationFacts: {
        contact: "联系人",
        phone: "0531-80000000",
        postcode: "250000",
        party_industry: "39",
        is_tt_agency: "no",
        is_rd: "no",
        is_converted_institute: "no",
        in_hightech_zone: "yes",
        is_listed: "no",
        is_hte: "yes",
        scale: "SMALL",
      },
    },
  });
}

const FAMILY_TITLE: Record<string, string> = {
  "1": "工艺委托开发",
  "2": "成果转让",
  "3": "成果许可",
  "4": "方案咨询",
  "5": "技术服务",
};

const RIGHT = {
  title: "一种连续共沉淀反应器",
  number: "2020100123454",
  applicant: "卖方",
  owner: "卖方",
  filedOn: "2020-01-10",
  expiresOn: "2040-01-10",
};

/** Rights that the terms of a sub-kind list. */
function rightsOf(kind: SubKind) {
  const kinds: Partial<Record<SubKind, string>> = {
    "21": "PATENT_INVENTION",
    "22": "PATENT_INVENTION",
    "31": "PATENT_INVENTION",
    "24": "SOFTWARE",
    "33": "SOFTWARE",
    "25": "IC_LAYOUT",
    "34": "IC_LAYOUT",
    "26": "PLANT_VARIETY",
    "35": "PLANT_VARIETY",
    "27": "BIOMED_VARIETY",
    "36": "BIOMED_VARIETY",
  };
  const right = kinds[kind];
  return right ? [{ ...RIGHT, kind: right }] : [];
}

export type SignedDeal = TestDeal & { contractId: string };

/** A room whose contract of a sub-kind is signed, between two organisations with whole records. */
export async function makeSignedDeal(
  db: Db,
  kind: SubKind = "11",
  overrides: Parameters<typeof termSheet>[0] = {},
): Promise<SignedDeal> {
  const deal = await makeDeal(db);
  await completeUnit(db, deal.supply.id);
  await completeUnit(db, deal.demand.id);
  await db.achievement.update({
    where: { id: deal.achievementId },
    data: { fieldCodes: ["4.3"], industryCodes: ["C"], noStateSecretDeclaredAt: clock.now() },
  });
  await db.need.update({ where: { id: deal.needId }, data: { industryCodes: ["38"] } });
  for (const organisationId of [deal.supply.id, deal.demand.id]) {
    await db.relatedPartyDeclaration.create({
      data: {
        id: newId(),
        dealId: deal.id,
        organisationId,
        isRelated: false,
        declaredById: deal.seller.userId,
      },
    });
  }
  await db.rightHolderCheck.create({
    data: {
      id: newId(),
      dealId: deal.id,
      declaredById: deal.seller.userId,
      rulesVersion: "test",
      results: [],
      answers: {
        ...{ coOwners: "NONE", licences: "NONE", pledge: "NONE", annuities: "PAID" },
        ...{ dispute: "NONE", openLicence: "NONE", ownPractice: "STOPS", completers: "WAIVED" },
        ...{ abroad: "NO", stateSecret: "NO", note: "" },
      },
    },
  });
  const base = termSheet({ categoryCode: kind });
  const content = termSheet({
    title: `耐高温隔膜${FAMILY_TITLE[kind.charAt(0)]}`,
    categoryCode: kind,
    object: { ...base.object, rights: rightsOf(kind) },
    licence: kind.startsWith("3")
      ? { kind: "NON_EXCLUSIVE", territory: "中国", endsOn: "2030-12-31" }
      : null,
    ...overrides,
  });
  const terms = await makeAcceptedTerms(db, deal, content);
  const { id } = await makeSignedContract(db, deal, terms);
  return { ...deal, contractId: id };
}

/** Certificate of the right, inserted directly. */
async function attachCertificate(db: Db, registrationId: string, deal: TestDeal): Promise<void> {
  const sha256 = "c".repeat(64);
  const fileId = newId();
  await db.storedFile.create({
    data: {
      id: fileId,
      organisationId: deal.supply.id,
      uploadedById: deal.seller.userId,
      name: "证书.pdf",
      contentType: "application/pdf",
      sizeBytes: 10n,
      sha256,
      storageKey: `registration/${fileId}.pdf`,
      purpose: "REGISTRATION",
    },
  });
  await db.registrationDocument.create({
    data: {
      id: newId(),
      registrationId,
      kind: "IP_CERTIFICATE",
      fileId,
      sha256,
      addedById: deal.seller.userId,
    },
  });
}

/** What the applicant states beyond the deal. */
export const STATED: Partial<Record<FormFieldId, string>> = {
  "declared.state_secret": "no",
  expected_invest: "100000000",
  expected_output: "300000000",
};

/** The dossier of a signed deal with everything that the deal itself cannot say. */
export async function makeDossier(db: Db, deal: SignedDeal): Promise<string> {
  const id = await createRegistration(deal.contractId, deal.seller, db);
  await attachCertificate(db, id, deal);
  const { revision } = await db.registration.findUniqueOrThrow({ where: { id } });
  await editRegistrationForm({ registrationId: id, revision, edit: STATED }, deal.seller, db);
  return id;
}

export function move(
  db: Db,
  registrationId: string,
  name: RegistrationMove,
  actor: UserActor,
  evidence: MoveInput = {},
): Promise<void> {
  return moveRegistration({ registrationId, move: name, evidence }, actor, db);
}

export function submit(db: Db, id: string, actor: UserActor): Promise<void> {
  return move(db, id, "submit", actor, { commitment: COMMITMENT_VERSION });
}

/** Findings for everything that waits for a person. */
export async function settleFindings(db: Db, id: string, actor: UserActor): Promise<void> {
  const row = await db.registration.findUniqueOrThrow({ where: { id } });
  const { report } = await evaluateDossier(db, row);
  const findings = report.results
    .filter((one) => one.answer === "PERSON_DECIDES")
    .map((one) => ({ checkId: one.id, answer: "MET" as const, note: "" }));
  await recordFindings({ registrationId: id, findings }, actor, db);
}

/** From SUBMITTED to REVIEW by the first registrar. */
export async function takeUp(db: Db, id: string, office: TestOffice): Promise<void> {
  await move(db, id, "accept", office.first);
  await move(db, id, "assign", office.first, { registrarId: office.first.userId });
}

/** From REVIEW to DECISION, through the second registrar where the rule asks for one. */
export async function review(db: Db, id: string, office: TestOffice): Promise<void> {
  await settleFindings(db, id, office.first);
  try {
    await move(db, id, "finishReview", office.first);
  } catch {
    await move(db, id, "callSecond", office.first);
    await move(db, id, "assignSecond", office.second, { registrarId: office.second.userId });
    await move(db, id, "concur", office.second);
  }
}

export const AMOUNTS = {
  totalFen: "60000000",
  technicalFen: "50000000",
  approvedIncomeFen: "50000000",
};

/** A registration that stands. */
export async function makeRegistered(
  db: Db,
  office: TestOffice,
  deal?: SignedDeal,
): Promise<{ id: string; deal: SignedDeal }> {
  const signed = deal ?? (await makeSignedDeal(db));
  const id = await makeDossier(db, signed);
  await submit(db, id, signed.seller);
  await takeUp(db, id, office);
  await review(db, id, office);
  await move(db, id, "register", office.first, AMOUNTS);
  return { id, deal: signed };
}
