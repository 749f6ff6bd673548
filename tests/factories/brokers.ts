import { answerMandate } from "~/domain/brokers/answer-mandate.server";
import { consentToMandate } from "~/domain/brokers/consent-to-mandate.server";
import { mandateSchema } from "~/domain/brokers/mandate-schema";
import { offerMandate } from "~/domain/brokers/offer-mandate.server";
import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { addMonths } from "~/domain/shared/working-days";
import type { Db } from "~/platform/db.server";
import { actorOf, addMember, makeOrganisation, makeUser } from "./people";

export type TestBroker = { id: string; actor: UserActor; agencyId: string };

/** A complete profile of a person of a verified agency, inserted directly in a state. */
export async function makeBroker(
  db: Db,
  values: {
    state?: string;
    regionCode?: string;
    agencyId?: string;
    displayName?: string;
    fieldCodes?: string[];
    /** A person who is a member of the agency already. */
    user?: UserActor;
  } = {},
): Promise<TestBroker> {
  const agencyId = values.agencyId ?? (await makeOrganisation(db, { kind: "BROKER_AGENCY" })).id;
  const userId = values.user?.userId ?? (await makeAgent(db, agencyId));
  const file = await db.storedFile.create({
    data: {
      id: newId(),
      uploadedById: userId,
      name: "证书.pdf",
      contentType: "application/pdf",
      sizeBytes: 10n,
      sha256: "0".repeat(64),
      storageKey: `broker_certificate/${newId()}.pdf`,
      purpose: "BROKER_CERTIFICATE",
    },
  });
  const now = clock.now();
  const id = newId();
  await db.brokerProfile.create({
    data: {
      id,
      userId,
      state: values.state ?? "PUBLIC",
      displayName: values.displayName ?? "测试经纪人",
      agencyId,
      level: "INTERMEDIATE",
      certificateNumber: "SDJJR20260012",
      certificateIssuedOn: dateColumn("2025-03-01"),
      certificateBase: "测试培训基地",
      certificateFileId: file.id,
      intro: "从事新材料技术转移",
      fieldCodes: values.fieldCodes ?? ["4"],
      serviceCodes: ["MATCHING", "CONTRACT"],
      languageCodes: ["zh"],
      conflictStatement: "无",
      regionCode: values.regionCode ?? "370102",
      publicationConsentAt: now,
      submittedAt: now,
      verifiedAt: now,
    },
  });
  return { id, actor: await actorOf(db, userId), agencyId };
}

async function makeAgent(db: Db, agencyId: string): Promise<string> {
  const user = await makeUser(db, { realNameLevel: 2 });
  await addMember(db, agencyId, user.id, "MEMBER", ["PUBLISH"]);
  return user.id;
}

/** The form of an offer as a client fills it in. */
export function offerForm(brokerId: string, values: Record<string, unknown> = {}) {
  const today = calendarDate(clock.now());
  return mandateSchema.parse({
    brokerId,
    title: "寻找合作企业",
    scope: "寻找并引荐有意许可的企业",
    duties: ["SEARCH", "INTRODUCE"],
    successDefinition: "签订技术合同",
    feeKind: "STEPS",
    steps: [
      { upto: "1000000", rate: "5" },
      { upto: "", rate: "2" },
    ],
    startsOn: today,
    endsOn: addMonths(today, 6),
    ...values,
  });
}

/** A mandate in force, through the use cases. */
export async function makeActiveMandate(
  db: Db,
  values: { broker: TestBroker; client: UserActor; achievementId?: string; needId?: string },
): Promise<string> {
  const { broker, client, achievementId, needId } = values;
  const form = offerForm(broker.id, { achievementId, needId, consent: "on" });
  const id = await offerMandate(form, client, db);
  await answerMandate(
    { mandateId: id, answer: "accept", conflict: "NONE", conflictText: "" },
    broker.actor,
    db,
  );
  return id;
}

/** Consent of a client to a mandate as it stands. */
export async function consent(db: Db, mandateId: string, organisationId: string, actor: UserActor) {
  const { termsHash } = await db.mandate.findUniqueOrThrow({ where: { id: mandateId } });
  await consentToMandate({ mandateId, organisationId, termsHash }, actor, db);
}
