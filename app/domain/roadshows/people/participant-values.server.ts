import type { Prisma } from "#prisma/client/client";
import { getReference } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { membershipOf } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { readRules } from "../events/roadshow-rules-schema";
import type { ParticipantForm } from "./participant-form-schema";
import { WORKING_ROLES } from "./participant-rows.server";
import { undertakingHash } from "./undertaking-hash.server";

type Event = { id: string; format: string; rules: unknown };
type Before = { id: string; organisationId: string | null; ndaAcceptedAt: Date | null } | null;

/**
 * What a form says as columns, each proven: the organisation is the sender's, the listing is published
 * and the organisation's, the codes exist, the firm's places are not used up, the undertaking is the one
 * that was shown. The event is locked.
 * @throws DomainError "not_a_choice", "out_of_range", "roadshow_firm_full" or "roadshow_text_changed" at the field
 */
export async function participantValues(
  tx: Tx,
  event: Event,
  form: ParticipantForm,
  before: Before,
  actor: UserActor,
): Promise<
  Omit<
    Prisma.RoadshowParticipantUncheckedCreateInput,
    "id" | "roadshowId" | "number" | "roles" | "checkInCode" | "feedToken"
  >
> {
  const rules = readRules(event.rules);
  const organisationId = form.organisationId || null;
  const membership = membershipOf(actor, organisationId ?? "");
  if (organisationId && !membership)
    throw new DomainError("not_a_choice", { field: "organisationId" });
  if (organisationId && organisationId !== before?.organisationId) {
    await assertFirmPlace(tx, event.id, organisationId, rules.peoplePerFirm, before?.id ?? null);
  }
  const { byCode } = await getReference(tx);
  if (form.fieldCodes.some((code) => !byCode.has(`fields:${code}`))) {
    throw new DomainError("not_a_choice", { field: "fieldCodes" });
  }
  const meetingsMax = form.meetingsMax ?? rules.meetingsMax;
  if (meetingsMax > rules.meetingsMax) {
    const params = { min: 0, max: rules.meetingsMax };
    throw new DomainError("out_of_range", { field: "meetingsMax", params });
  }
  return {
    organisationId,
    organisationName: membership?.organisationName ?? "",
    name: form.name,
    title: form.title,
    phone: form.phone,
    interests: form.interests,
    fieldCodes: form.fieldCodes,
    ...(await ownListing(tx, form.listing, organisationId)),
    wantsMeetings: form.wantsMeetings,
    meetingsMax,
    unavailable: form.unavailable,
    isOnline:
      event.format === "ONLINE" || (event.format === "BOTH" && form.attendance === "ONLINE"),
    isListed: form.isListed,
    locale: actor.locale,
    ...undertaking(event.id, form, before),
  };
}

async function assertFirmPlace(
  tx: Tx,
  roadshowId: string,
  organisationId: string,
  max: number,
  ownId: string | null,
): Promise<void> {
  const taken = await tx.roadshowParticipant.count({
    where: {
      roadshowId,
      organisationId,
      state: { not: "CANCELLED" },
      NOT: { roles: { hasSome: WORKING_ROLES } },
      ...(ownId && { id: { not: ownId } }),
    },
  });
  if (taken >= max) {
    throw new DomainError("roadshow_firm_full", { field: "organisationId", params: { max } });
  }
}

async function ownListing(
  tx: Tx,
  listing: string,
  organisationId: string | null,
): Promise<{ needId: string | null; achievementId: string | null }> {
  if (listing === "") return { needId: null, achievementId: null };
  const [kind, id = ""] = listing.split(":");
  // A blinded listing would be told apart by who stands beside it.
  const where = { id, organisationId: organisationId ?? "", state: "PUBLISHED", isBlinded: false };
  const query = { where, select: { id: true } };
  const found =
    organisationId === null
      ? null
      : kind === "need"
        ? await tx.need.findFirst(query)
        : await tx.achievement.findFirst(query);
  if (!found) throw new DomainError("not_a_choice", { field: "listing" });
  return { needId: kind === "need" ? id : null, achievementId: kind === "need" ? null : id };
}

/** Once accepted it stays: sessions were opened on the strength of it. */
function undertaking(roadshowId: string, form: ParticipantForm, before: Before) {
  if (!form.acceptsUndertaking || before?.ndaAcceptedAt) return {};
  const ndaTextHash = undertakingHash(roadshowId);
  if (form.undertakingHash !== ndaTextHash) {
    throw new DomainError("roadshow_text_changed", { field: "acceptsUndertaking", status: 409 });
  }
  return { ndaAcceptedAt: clock.now(), ndaTextHash };
}
