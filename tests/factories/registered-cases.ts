import type { RegistrarRole, UserActor } from "~/domain/identity/actor";
import { completeDossier } from "~/domain/registration/example-dossiers";
import type { FormFieldId, RegistrationForm } from "~/domain/registration/registration-form-rules";
import { formatRegistrationNo } from "~/domain/registration/registration-number-rules";
import { toStoredFacts } from "~/domain/registration/stored-facts-rules";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { makeAcceptedTerms, makeDeal, makeSignedContract, type TestDeal } from "./deals";
import { actorOf, makeUser } from "./people";

/** A registration office, or a service point that forwards to one. */
export async function makeRegistrationOffice(
  db: Db,
  values: { code: string; forwardsToId?: string },
): Promise<{ id: string; code: string; issuingAuthority: string }> {
  const isPoint = values.forwardsToId !== undefined;
  return db.registrationOffice.create({
    data: {
      id: newId(),
      code: values.code,
      kind: isPoint ? "SERVICE_POINT" : "OFFICE",
      level: isPoint ? "DISTRICT" : "CITY",
      regionCode: isPoint ? "370102" : "370100",
      nameZh: isPoint ? "历下区技术合同登记服务点" : "济南市技术合同登记机构",
      nameEn: isPoint ? "Service point of Lixia" : "Registration office of Jinan",
      issuingAuthority: isPoint ? "历下区技术合同登记服务点" : "济南市科学技术局",
      mayCertify: !isPoint,
      forwardsToId: values.forwardsToId ?? null,
      validFrom: dateColumn("2020-01-01"),
    },
    select: { id: true, code: true, issuingAuthority: true },
  });
}

/** A person with a seat at an office. */
export async function makeRegistrar(
  db: Db,
  officeId: string,
  role: RegistrarRole = "REGISTRAR",
): Promise<UserActor> {
  const user = await makeUser(db, { realNameLevel: 2 });
  await db.registrarSeat.create({ data: { id: newId(), userId: user.id, officeId, role } });
  return actorOf(db, user.id);
}

const PARTY = {
  uscc: "91370100MA3TEST016",
  representative: "张三",
  contact: "李四",
  phone: "0531-12345678",
  address: "山东省济南市历下区经十路1号",
  postcode: "250014",
  country: "中国",
  region: "370102",
  party_nature: "110",
  party_industry: "C",
  is_tt_agency: "no",
  is_rd: "yes",
  is_converted_institute: "no",
  in_hightech_zone: "yes",
  is_listed: "no",
  is_hte: "yes",
  scale: "SMALL",
};

/** A form in which everything is filled. */
export function fullForm(
  deal: TestDeal,
  change: Partial<Record<FormFieldId, string>> = {},
): RegistrationForm {
  const values: Record<string, string> = {
    project_name: "硫化物固态电解质中试涂布工艺开发",
    category: "11",
    signed_on: "2026-11-20",
    term_from: "2026-12-01",
    term_to: "2027-11-30",
    total_amount: "60000000",
    technical_amount: "50000000",
    payment_method: "INSTALMENTS",
    is_related: "no",
    plan_source: "NONE",
    ip_type: "TRADE_SECRET",
    tech_field: "05",
    seo_goal: "07",
    industry_served: "C",
    "seller.name": deal.supply.legalName,
    "buyer.name": deal.demand.legalName,
  };
  for (const [name, value] of Object.entries(PARTY)) {
    values[`seller.${name}`] = value;
    values[`buyer.${name}`] = value;
  }
  const all = Object.entries({ ...values, ...change });
  return Object.fromEntries(
    all.map(([id, value]) => [id, { value, source: "person", isEdited: false }]),
  ) as RegistrationForm;
}

export type TestCase = {
  id: string;
  number: number;
  registrationNo: string | null;
  deal: TestDeal;
  form: RegistrationForm;
};

let serial = 0;

/**
 * A case in a state, inserted directly: with number and first version when it is registered.
 * @param values.servicePointId who pre-checks
 */
export async function makeCase(
  db: Db,
  office: { id: string; code: string },
  values: {
    state: string;
    servicePointId?: string;
    registrarAId?: string;
    refusalCodes?: string[];
    decisionNote?: string;
  },
): Promise<TestCase> {
  const deal = await makeDeal(db);
  const terms = await makeAcceptedTerms(db, deal);
  const contract = await makeSignedContract(db, deal, terms);
  const form = fullForm(deal);
  const isRegistered = ["REGISTERED", "CANCELLED", "REVOKED"].includes(values.state);
  const now = clock.now();
  serial += 1;
  const year = now.getUTCFullYear();
  const registrationNo = isRegistered
    ? formatRegistrationNo({ officeCode: office.code, year, serial })
    : null;
  const amounts = { totalFen: 60_000_000n, technicalFen: 50_000_000n };
  const id = newId();
  const { number } = await db.registration.create({
    data: {
      id,
      state: values.state,
      contractId: contract.id,
      dealId: deal.id,
      applicantId: deal.supply.id,
      officeId: office.id,
      servicePointId: values.servicePointId ?? null,
      registrarAId: values.registrarAId ?? null,
      createdById: deal.seller.userId,
      form,
      facts: toStoredFacts(completeDossier("11")),
      completenessBp: 10_000,
      categoryCode: "11",
      contractSha256: contract.sealedSha256,
      matterKey: contract.sealedSha256,
      refusalCodes: values.refusalCodes ?? [],
      decisionNote: values.decisionNote ?? "",
      submittedAt: now,
      acceptedAt: now,
      ...(isRegistered
        ? {
            ...amounts,
            approvedIncomeFen: 50_000_000n,
            serialYear: year,
            serial,
            registrationNo,
            versionNumber: 1,
            decidedAt: now,
            registeredOn: dateColumn(calendarDate(now)),
          }
        : {}),
    },
    select: { number: true },
  });
  if (isRegistered) {
    await addVersion(db, { id, form, sha256: contract.sealedSha256, by: deal.seller.userId }, 1);
  }
  return { id, number, registrationNo, deal, form };
}

/** A registered version, inserted directly. */
export async function addVersion(
  db: Db,
  of: { id: string; form: RegistrationForm; sha256: string; by: string },
  number: number,
  approvedIncomeFen = 50_000_000n,
): Promise<void> {
  await db.registrationVersion.create({
    data: {
      id: newId(),
      registrationId: of.id,
      number,
      kind: number === 1 ? "INITIAL" : "CHANGE",
      categoryCode: of.form.category?.value ?? "11",
      form: of.form,
      totalFen: BigInt(of.form.total_amount?.value ?? "0"),
      technicalFen: BigInt(of.form.technical_amount?.value ?? "0"),
      approvedIncomeFen,
      contractSha256: of.sha256,
      decidedById: of.by,
      createdAt: clock.now(),
    },
  });
}
