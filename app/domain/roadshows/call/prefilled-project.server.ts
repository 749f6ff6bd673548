import { countCodePoints } from "~/domain/catalogue/field-kinds";
import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { MAX_FIELDS, PROJECT_LIMITS } from "./project-schema";

const cut = (text: string, max: number) =>
  countCodePoints(text) <= max ? text : `${[...text].slice(0, max - 1).join("")}…`;

/** First lines of a project taken from a published achievement of the organisation. */
export async function fromAchievement(tx: Tx, id: string, organisationId: string) {
  const found = await tx.achievement.findFirst({
    where: { id, organisationId, state: "PUBLISHED" },
    select: {
      title: true,
      summary: true,
      description: true,
      fieldCodes: true,
      trlVerified: true,
      trlDeclared: true,
      cooperationNote: true,
      ipRights: { orderBy: { sort: "asc" }, select: { title: true, number: true } },
    },
  });
  if (!found) throw new DomainError("pitch_source", { field: "achievementId" });
  const rights = found.ipRights.map((one) => [one.title, one.number].filter(Boolean).join(" "));
  return {
    title: cut(found.title, PROJECT_LIMITS.title),
    summary: found.summary || found.description,
    fieldCodes: topFields(found.fieldCodes),
    trl: found.trlVerified ?? found.trlDeclared,
    ipNote: cut(rights.filter(Boolean).join("；"), PROJECT_LIMITS.ipNote),
    cooperationWish: cut(found.cooperationNote, PROJECT_LIMITS.cooperationWish),
  };
}

/** The same from a published need. */
export async function fromNeed(tx: Tx, id: string, organisationId: string) {
  const found = await tx.need.findFirst({
    where: { id, organisationId, state: "PUBLISHED" },
    select: { title: true, summary: true, background: true, fieldCodes: true, trlWanted: true },
  });
  if (!found) throw new DomainError("pitch_source", { field: "needId" });
  return {
    title: cut(found.title, PROJECT_LIMITS.title),
    summary: found.summary || found.background,
    fieldCodes: topFields(found.fieldCodes),
    trl: found.trlWanted,
  };
}

/** Events speak of fields of the first level. */
const topFields = (codes: readonly string[]) =>
  [...new Set(codes.map((code) => code.split(".")[0] ?? code))].slice(0, MAX_FIELDS);
