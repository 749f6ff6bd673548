import type { OrganisationKind } from "#prisma/client/enums";
import type { Office, Role, Scope, UserActor } from "~/domain/identity/actor";
import { findActorById } from "~/domain/identity/actor-queries.server";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";

let serial = 0;

/** A person without any organisation. */
export async function makeUser(
  db: Db,
  values: { name?: string; realNameLevel?: number; locale?: string } = {},
): Promise<{ id: string; email: string }> {
  serial += 1;
  return db.user.create({
    data: {
      id: newId(),
      name: values.name ?? `测试用户 ${serial}`,
      email: `user-${serial}-${process.pid}@test.example`,
      emailVerified: true,
      realNameLevel: values.realNameLevel ?? 1,
      locale: values.locale ?? "zh-CN",
    },
    select: { id: true, email: true },
  });
}

/** An organisation; verified unless `isVerified` is false. */
export async function makeOrganisation(
  db: Db,
  values: {
    kind?: OrganisationKind;
    legalName?: string;
    regionCode?: string;
    isVerified?: boolean;
  } = {},
): Promise<{ id: string; legalName: string; regionCode: string }> {
  serial += 1;
  return db.organisation.create({
    data: {
      id: newId(),
      kind: values.kind ?? "UNIVERSITY",
      legalName: values.legalName ?? `测试单位 ${serial}`,
      regionCode: values.regionCode ?? "370102",
      state: values.isVerified === false ? "UNVERIFIED" : "VERIFIED",
    },
    select: { id: true, legalName: true, regionCode: true },
  });
}

/** Gives a person a part in an organisation. */
export async function addMember(
  db: Db,
  organisationId: string,
  userId: string,
  role: Role = "MEMBER",
  scopes: Scope[] = ["PUBLISH"],
): Promise<void> {
  await db.membership.create({ data: { id: newId(), organisationId, userId, role, scopes } });
}

/** The actor that a request of this person would have. */
export async function actorOf(db: Db, userId: string): Promise<UserActor> {
  const actor = await findActorById(db, {
    userId,
    sessionId: newId(),
    actingOrganisationId: null,
  });
  if (!actor) throw new Error("the person has no actor");
  return actor;
}

/** A new person with a part in an organisation, as an actor. */
export async function makeMember(
  db: Db,
  organisationId: string,
  role: Role = "MEMBER",
  scopes: Scope[] = ["PUBLISH"],
): Promise<UserActor> {
  const user = await makeUser(db);
  await addMember(db, organisationId, user.id, role, scopes);
  return actorOf(db, user.id);
}

/** A new person with a seat in an office, as an actor. */
export async function makeOfficer(
  db: Db,
  office: Office = "REVIEWER",
  regionCode: string | null = "370000",
): Promise<UserActor> {
  const user = await makeUser(db, { realNameLevel: 2 });
  // Long ago: a test may have set its clock behind that of the database.
  const validFrom = new Date("2020-01-01T00:00:00Z");
  await db.officeAssignment.create({
    data: { id: newId(), userId: user.id, office, regionCode, validFrom },
  });
  return actorOf(db, user.id);
}

/** A person who has nothing to do with anything. */
export async function makeStranger(db: Db): Promise<UserActor> {
  return actorOf(db, (await makeUser(db)).id);
}
