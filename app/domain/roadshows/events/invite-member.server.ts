import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "./lock-roadshow.server";
import { memberSelect } from "./member-rows.server";
import type { MemberInput } from "./member-schema";
import { assertOrganiser } from "./roadshow-access.server";
import { roadshowMemberConduct, tellOffered } from "./roadshow-member-conduct.server";

const OVER = ["REPORTED", "FOLLOW_UP", "CLOSED", "CANCELLED"];

/**
 * Asks a person with an account to work for the event: by address, or a colleague of the organiser. Who
 * declined or was removed is asked again.
 * @throws DomainError "not_found" (404), "roadshow_event_over" (409), "roadshow_person_unknown",
 * "roadshow_seat_there", "roadshow_too_many_rows"
 */
export async function inviteMember(
  roadshowId: string,
  input: MemberInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<{ memberId: string }> {
  return inTransaction(db, async (tx) => {
    const { roadshow } = await assertOrganiser(tx, roadshowId, actor);
    await lockRoadshow(tx, roadshowId);
    const { state } = await tx.roadshow.findUniqueOrThrow({
      where: { id: roadshowId },
      select: { state: true },
    });
    if (OVER.includes(state)) throw new DomainError("roadshow_event_over", { status: 409 });
    const userId = await findPerson(tx, roadshow.organisationId, input);
    const { role, title } = input;
    const there = await tx.roadshowMember.findUnique({
      where: { roadshowId_userId_role: { roadshowId, userId, role } },
      select: { id: true, state: true },
    });
    if (there) {
      if (there.state === "INVITED" || there.state === "ACCEPTED") {
        throw new DomainError("roadshow_seat_there", { field: input.userId ? "userId" : "email" });
      }
      await tx.roadshowMember.update({ where: { id: there.id }, data: { title } });
      await advance(tx, roadshowMemberConduct, there.id, "inviteAgain", actor);
      return { memberId: there.id };
    }
    const max = await getPolicyNumber(tx, "market.roadshow.staff_max");
    if ((await tx.roadshowMember.count({ where: { roadshowId } })) >= max) {
      throw new DomainError("roadshow_too_many_rows", { params: { max } });
    }
    const now = clock.now();
    const member = await tx.roadshowMember.create({
      data: {
        id: newId(),
        roadshowId,
        userId,
        role,
        title,
        invitedById: actor.userId,
        createdAt: now,
      },
      select: memberSelect,
    });
    await tellOffered(tx, member, now);
    await appendAudit(tx, actor, {
      action: "roadshow-member.invited",
      subjectType: "RoadshowMember",
      subjectId: member.id,
      detail: { roadshowId, role },
    });
    return { memberId: member.id };
  });
}

async function findPerson(tx: Tx, organisationId: string, input: MemberInput): Promise<string> {
  const ownMembership = { some: { organisationId, endedAt: null } };
  const user = await tx.user.findFirst({
    where: input.userId
      ? { id: input.userId, deactivatedAt: null, memberships: ownMembership }
      : { email: input.email, emailVerified: true, deactivatedAt: null },
    select: { id: true },
  });
  if (user) return user.id;
  throw new DomainError("roadshow_person_unknown", { field: input.userId ? "userId" : "email" });
}
