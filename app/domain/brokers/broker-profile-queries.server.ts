import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { isVerifiedState } from "~/domain/identity/organisation-procedure";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listRunningClocks, listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { Db } from "~/platform/db.server";
import {
  brokerProfileConduct,
  profileRelations,
  profileSelect,
} from "./broker-profile-conduct.server";
import { type BrokerProfileState, brokerProfileProcedure } from "./broker-profile-procedure";
import { type Availability, missingFields } from "./profile-rules";
import type { BrokerFile } from "./profile-view";
import { whyClosed } from "./why-closed.server";

const fileSelect = {
  ...profileSelect,
  number: true,
  regionCodes: true,
  availability: true,
  photoFileId: true,
  photoConsentAt: true,
  poolMemberSince: true,
  verifiedAt: true,
  agency: { select: { id: true, legalName: true, state: true } },
  certificate: { select: { id: true, name: true } },
  user: { select: { ...profileSelect.user.select, legalName: true } },
} as const satisfies Prisma.BrokerProfileSelect;

type FileRow = Prisma.BrokerProfileGetPayload<{ select: typeof fileSelect }>;

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** The own profile, or null before the application was begun. */
export async function findOwnProfile(actor: UserActor, db: Db): Promise<BrokerFile | null> {
  const where = { userId: actor.userId };
  const row = await db.brokerProfile.findUnique({ where, select: fileSelect });
  return row ? toFile(row, actor, db) : null;
}

/** A profile for the talent-pool office of its region. @throws DomainError "not_found", "forbidden" */
export async function getBrokerFile(id: string, actor: UserActor, db: Db): Promise<BrokerFile> {
  const row = assertFound(
    isId(id) ? await db.brokerProfile.findUnique({ where: { id }, select: fileSelect }) : null,
  );
  assertCan(actor, "broker-profile.verify", { regionCode: row.regionCode });
  return toFile(row, actor, db);
}

async function toFile(row: FileRow, actor: UserActor, db: Db): Promise<BrokerFile> {
  const open = openMoves(brokerProfileProcedure, row.state, profileRelations(actor, row));
  const [timeline, clocks, ...refusals] = await Promise.all([
    listTimeline(db, brokerProfileProcedure.name, row.id),
    listRunningClocks(db, brokerProfileProcedure.name, row.id),
    ...open.map((move) => whyClosed(db, brokerProfileConduct, row, move, actor)),
  ]);
  const { user, agency, certificate } = row;
  return {
    id: row.id,
    number: row.number,
    // The database holds no other state.
    state: row.state as BrokerProfileState,
    displayName: row.displayName,
    legalName: user.legalName,
    realNameLevel: user.realNameLevel,
    regionCode: row.regionCode,
    agency: agency && {
      id: agency.id,
      name: agency.legalName,
      isVerified: isVerifiedState(agency.state),
    },
    level: row.level,
    certificateNumber: row.certificateNumber,
    certificateIssuedOn: day(row.certificateIssuedOn),
    certificateExpiresOn: day(row.certificateExpiresOn),
    certificateBase: row.certificateBase,
    certificateFile: certificate,
    photoFileId: row.photoFileId,
    poolMemberSince: day(row.poolMemberSince),
    intro: row.intro,
    fieldCodes: row.fieldCodes,
    regionCodes: row.regionCodes,
    serviceCodes: row.serviceCodes,
    languageCodes: row.languageCodes,
    availability: row.availability as Availability,
    conflictStatement: row.conflictStatement,
    publicationConsentAt: row.publicationConsentAt?.toISOString() ?? null,
    photoConsentAt: row.photoConsentAt?.toISOString() ?? null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    missing: missingFields(row),
    moves: open.map((move, index) => ({ move, refusal: refusals[index] ?? null })),
    clocks: clocks.map(({ clock, dueAt }) => ({ clock, dueAt: dueAt.toISOString() })),
    timeline: timeline.map(({ id, move, at, actorName, note }) => ({
      id,
      move,
      at: at.toISOString(),
      actorName,
      note,
    })),
  };
}
