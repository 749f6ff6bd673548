import type { UserActor } from "~/domain/identity/actor";
import { hashPassword, writePassword } from "~/domain/identity/password.server";
import {
  hashOfText,
  loadLicenceOffers,
  textFactsOf,
} from "~/domain/licences/licence-offer-rows.server";
import type { LicenceOfferKind, LicencePatent } from "~/domain/licences/licence-schema";
import { licenceText } from "~/domain/licences/licence-text-rules";
import { takeLicence } from "~/domain/licences/take-licence.server";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { actorOf, addMember, makeOrganisation, makeUser } from "./people";
import { makeAchievement } from "./published-listings";

export const TEST_PASSWORD = "correct horse battery";
let passwordHash: Promise<string> | undefined;

export const PATENT: LicencePatent = {
  number: "202310000001.5",
  title: "一种测试装置",
  holder: "测试大学",
  feesPaidUntil: "2036-12-31",
  expiresOn: "2043-01-02",
};

/** Answers that bar nothing. */
export const CLEAR = {
  exclusive: "NONE",
  suspension: "NONE",
  fees: "PAID",
  pledge: "NONE",
  coOwners: "NONE",
  licensor: "DOMESTIC",
  evaluationReports: "",
  note: "",
} as const;

/** Somebody who may publish for a verified university. */
export async function makeLicensor(
  db: Db,
): Promise<{ organisationId: string; actor: UserActor; achievementId: string }> {
  const organisation = await makeOrganisation(db);
  const user = await makeUser(db, { realNameLevel: 2 });
  await addMember(db, organisation.id, user.id, "OWNER", ["PUBLISH", "SIGN", "MONEY"]);
  const achievement = await makeAchievement(db, organisation.id);
  const actor = await actorOf(db, user.id);
  return { organisationId: organisation.id, actor, achievementId: achievement.id };
}

/** Somebody who may sign for a verified company, with a password of their own. */
export async function makeLicensee(
  db: Db,
  values: { realNameLevel?: number; isVerified?: boolean } = {},
): Promise<{ organisationId: string; actor: UserActor }> {
  const organisation = await makeOrganisation(db, {
    kind: "ENTERPRISE",
    ...(values.isVerified === undefined ? {} : { isVerified: values.isVerified }),
  });
  const user = await makeUser(db, { realNameLevel: values.realNameLevel ?? 2 });
  await addMember(db, organisation.id, user.id, "OWNER", ["SIGN", "BID", "MONEY"]);
  passwordHash ??= hashPassword(TEST_PASSWORD);
  await writePassword(db, user.id, await passwordHash);
  return { organisationId: organisation.id, actor: await actorOf(db, user.id) };
}

type OfferValues = {
  kind?: LicenceOfferKind;
  state?: "DRAFT" | "CHECK" | "CORRECTION" | "OPEN" | "SUSPENDED" | "CLOSED";
  feeFen?: bigint | null;
  termMonths?: number | null;
  patents?: LicencePatent[];
  checks?: Record<string, unknown>;
  maxLicensees?: number | null;
  title?: string;
  licensor?: { organisationId: string; actor: UserActor; achievementId: string };
};

/** An offer that stands somewhere in its procedure without having gone through it. */
export async function makeLicenceOffer(db: Db, values: OfferValues = {}) {
  const licensor = values.licensor ?? (await makeLicensor(db));
  const id = newId();
  await db.licenceOffer.create({
    data: {
      id,
      kind: values.kind ?? "EXPRESS",
      state: "DRAFT",
      organisationId: licensor.organisationId,
      achievementId: licensor.achievementId,
      createdById: licensor.actor.userId,
      regionCode: "370102",
      title: values.title ?? "测试许可",
      summary: "用于测试的普通许可。",
      patents: values.patents ?? [PATENT],
      declarationNumber: values.kind === "OPEN_PATENT" ? "2026-0001" : "",
      feeFen: values.feeFen === undefined ? 500_000n : values.feeFen,
      termMonths: values.termMonths === undefined ? 24 : values.termMonths,
      territory: "中华人民共和国境内",
      fieldOfUse: "水处理设备的制造和销售",
      checks: { ...CLEAR, ...values.checks },
      maxLicensees: values.maxLicensees ?? null,
      createdAt: clock.now(),
    },
  });
  const [row] = await loadLicenceOffers(db, [id]);
  if (!row) throw new Error("no offer");
  const text = licenceText(textFactsOf(row));
  const textHash = hashOfText(text);
  const state = values.state ?? "OPEN";
  const wasOpen = state === "OPEN" || state === "SUSPENDED" || state === "CLOSED";
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('market.procedure', 'LicenceOffer', true)`;
    await tx.licenceOffer.update({
      where: { id },
      data: {
        state,
        licenceText: text,
        textHash,
        textVersion: 1,
        openedAt: wasOpen ? clock.now() : null,
      },
    });
  });
  return { id, number: row.number, textHash, ...licensor };
}

/** Takes an open licence as people do. */
export function take(
  db: Db,
  offer: { number: number; textHash: string },
  buyer: { organisationId: string; actor: UserActor },
  values: { textHash?: string; secret?: string } = {},
) {
  return takeLicence(
    {
      number: offer.number,
      organisationId: buyer.organisationId,
      textHash: values.textHash ?? offer.textHash,
      secret: values.secret ?? TEST_PASSWORD,
      headers: new Headers(),
      ipAddress: "203.0.113.7",
    },
    buyer.actor,
    db,
  );
}

/** A purchase in a state, of a free offer so that nothing has to be paid. */
export async function makePurchase(
  db: Db,
  offer: { id: string; textHash: string },
  buyer: { organisationId: string; actor: UserActor },
  state: "CONFIRMED" | "PAID" | "LICENSED" | "CANCELLED" | "LAPSED",
  values: { hasFile?: boolean } = {},
): Promise<string> {
  const id = newId();
  const { licenceText: text } = await db.licenceOffer.findUniqueOrThrow({
    where: { id: offer.id },
    select: { licenceText: true },
  });
  const fileId = values.hasFile || state === "LICENSED" ? await makeFile(db, buyer) : null;
  await db.licencePurchase.create({
    data: {
      id,
      offerId: offer.id,
      organisationId: buyer.organisationId,
      userId: buyer.actor.userId,
      state,
      licenceText: text,
      textHash: offer.textHash,
      feeFen: 0n,
      fileId,
      sealedSha256: fileId ? "0".repeat(64) : null,
      licensedAt: fileId ? clock.now() : null,
    },
  });
  return id;
}

async function makeFile(db: Db, buyer: { organisationId: string; actor: UserActor }) {
  const id = newId();
  await db.storedFile.create({
    data: {
      id,
      organisationId: buyer.organisationId,
      uploadedById: buyer.actor.userId,
      name: "许可书.pdf",
      contentType: "application/pdf",
      sizeBytes: 1n,
      sha256: "0".repeat(64),
      storageKey: `licence/${id}.pdf`,
      purpose: "LICENCE",
    },
  });
  return id;
}
