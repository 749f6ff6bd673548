import { describe, expect, it } from "vitest";
import { acceptInvitation } from "~/domain/identity/accept-invitation.server";
import type { Scope, UserActor } from "~/domain/identity/actor";
import { changeMember } from "~/domain/identity/change-member.server";
import { endMembership } from "~/domain/identity/end-membership.server";
import { findInvitationView } from "~/domain/identity/invitation-queries.server";
import { inviteMember } from "~/domain/identity/invite-member.server";
import { registerInvited } from "~/domain/identity/register-invited.server";
import { revokeInvitation } from "~/domain/identity/revoke-invitation.server";
import { switchOrganisation } from "~/domain/identity/switch-organisation.server";
import { useTestClock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import {
  actorOf,
  addMember,
  makeMember,
  makeOrganisation,
  makeStranger,
  makeUser,
} from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { giveSession, PASSWORD, refused, settle } from "./support";

const t = useTestDb();

async function membershipId(db: Db, organisationId: string, actor: UserActor): Promise<string> {
  const key = { userId_organisationId: { userId: actor.userId, organisationId } };
  return (await db.membership.findUniqueOrThrow({ where: key, select: { id: true } })).id;
}

async function invite(
  organisationId: string,
  by: UserActor,
  email: string,
  scopes: Scope[] = ["PUBLISH"],
) {
  await inviteMember({ organisationId, email, role: "MEMBER", scopes }, by, t.db);
  const letter = await t.db.outboundMessage.findFirstOrThrow({
    where: { recipient: email },
    orderBy: { createdAt: "desc" },
  });
  return /\/invitations\/([\w-]+)/.exec(letter.text)?.[1] ?? "";
}

describe("owners", () => {
  it("never leave an organisation without one, also when two remove each other", async () => {
    const { id } = await makeOrganisation(t.db);
    const [one, two] = [await makeMember(t.db, id, "OWNER"), await makeMember(t.db, id, "OWNER")];
    const ids = [await membershipId(t.db, id, one), await membershipId(t.db, id, two)] as const;
    const { done, codes } = await settle([
      endMembership({ organisationId: id, membershipId: ids[1] }, one, t.db),
      endMembership({ organisationId: id, membershipId: ids[0] }, two, t.db),
    ]);
    expect(done).toBe(1);
    expect(["forbidden", "last_owner"]).toContain(codes[0]);
    expect(
      await t.db.membership.count({ where: { organisationId: id, role: "OWNER", endedAt: null } }),
    ).toBe(1);
  });

  it("cannot both step down at once", async () => {
    const { id } = await makeOrganisation(t.db);
    const [one, two] = [await makeMember(t.db, id, "OWNER"), await makeMember(t.db, id, "OWNER")];
    const down = async (actor: UserActor) =>
      changeMember(
        {
          organisationId: id,
          membershipId: await membershipId(t.db, id, actor),
          role: "MEMBER",
          scopes: [],
          title: null,
        },
        actor,
        t.db,
      );
    const { done, codes } = await settle([down(one), down(two)]);
    expect({ done, codes }).toEqual({ done: 1, codes: ["last_owner"] });
  });

  it("alone give and take ownership", async () => {
    const { id } = await makeOrganisation(t.db);
    const owner = await makeMember(t.db, id, "OWNER");
    const admin = await makeMember(t.db, id, "ADMIN");
    const change = async (who: UserActor, role: "OWNER" | "MEMBER", by: UserActor) =>
      changeMember(
        {
          organisationId: id,
          membershipId: await membershipId(t.db, id, who),
          role,
          scopes: ["SIGN"],
          title: "主任",
        },
        by,
        t.db,
      );
    await refused(change(admin, "OWNER", admin), "owner_only");
    await refused(change(owner, "MEMBER", admin), "owner_only");
    await refused(
      endMembership(
        { organisationId: id, membershipId: await membershipId(t.db, id, owner) },
        admin,
        t.db,
      ),
      "owner_only",
    );
    const invitation = { organisationId: id, email: "a@b.cn", role: "OWNER" as const, scopes: [] };
    await refused(inviteMember(invitation, admin, t.db), "owner_only", "role");
    await change(admin, "OWNER", owner);
    expect((await actorOf(t.db, admin.userId)).memberships[0]).toMatchObject({
      role: "OWNER",
      scopes: ["SIGN"],
    });
  });
});

describe("members", () => {
  it("of another organisation are not found by their ids", async () => {
    const [mine, other] = [await makeOrganisation(t.db), await makeOrganisation(t.db)];
    const admin = await makeMember(t.db, mine.id, "ADMIN");
    const victim = await makeMember(t.db, other.id);
    const membership = await membershipId(t.db, other.id, victim);
    const change = { membershipId: membership, role: "ADMIN" as const, scopes: [], title: null };
    await refused(changeMember({ organisationId: mine.id, ...change }, admin, t.db), "not_found");
    await refused(changeMember({ organisationId: other.id, ...change }, admin, t.db), "forbidden");
    await refused(
      endMembership({ organisationId: mine.id, membershipId: membership }, admin, t.db),
      "not_found",
    );
    await refused(
      endMembership({ organisationId: other.id, membershipId: membership }, admin, t.db),
      "forbidden",
    );
  });

  it("may leave, and a removed one acts no more with rights read before", async () => {
    const { id } = await makeOrganisation(t.db);
    await makeMember(t.db, id, "OWNER");
    const admin = await makeMember(t.db, id, "ADMIN");
    const member = await makeMember(t.db, id);
    const own = { organisationId: id, membershipId: await membershipId(t.db, id, member) };
    await endMembership(own, member, t.db);
    expect((await actorOf(t.db, member.userId)).memberships).toEqual([]);
    const leave = { organisationId: id, membershipId: await membershipId(t.db, id, admin) };
    await endMembership(leave, admin, t.db);
    const other = await makeMember(t.db, id);
    const target = { organisationId: id, membershipId: await membershipId(t.db, id, other) };
    await refused(endMembership(target, admin, t.db), "forbidden");
  });

  it("choose for whom they act among their own only", async () => {
    const [one, two] = [await makeOrganisation(t.db), await makeOrganisation(t.db)];
    const member = await makeMember(t.db, one.id);
    await addMember(t.db, two.id, member.userId);
    const both = await actorOf(t.db, member.userId);
    await giveSession(t.db, both.userId, both.sessionId);
    await switchOrganisation({ organisationId: two.id }, both, t.db);
    const session = await t.db.session.findUniqueOrThrow({ where: { id: both.sessionId } });
    expect(session.actingOrganisationId).toBe(two.id);
    const foreign = await makeOrganisation(t.db);
    await refused(switchOrganisation({ organisationId: foreign.id }, both, t.db), "not_a_member");
  });
});

describe("invitations", () => {
  it("admit the invited person once, also when accepted twice at once", async () => {
    const { id, legalName } = await makeOrganisation(t.db);
    const admin = await makeMember(t.db, id, "ADMIN");
    const guest = await makeStranger(t.db);
    const token = await invite(id, admin, guest.email, ["BID"]);
    expect(JSON.stringify(await t.db.invitation.findMany())).not.toContain(token);
    expect(await findInvitationView(t.db, token, guest)).toMatchObject({ visitor: "INVITED" });
    const { done, codes } = await settle([
      acceptInvitation({ token }, guest, t.db),
      acceptInvitation({ token }, guest, t.db),
    ]);
    expect({ done, codes }).toEqual({ done: 1, codes: ["invitation_closed"] });
    expect((await actorOf(t.db, guest.userId)).memberships).toMatchObject([
      { organisationName: legalName, role: "MEMBER", scopes: ["BID"] },
    ]);
  });

  it("admit nobody else", async () => {
    const { id } = await makeOrganisation(t.db);
    const admin = await makeMember(t.db, id, "ADMIN");
    const token = await invite(id, admin, "guest@example.cn");
    const other = await makeStranger(t.db);
    await refused(acceptInvitation({ token }, other, t.db), "invitation_other_address");
    await refused(acceptInvitation({ token: "guessed" }, other, t.db), "invitation_closed");
    expect(await findInvitationView(t.db, token, null)).toMatchObject({ visitor: "NEW" });
  });

  it("open an account for somebody new, but not over an existing one", async () => {
    const { id, legalName } = await makeOrganisation(t.db);
    const admin = await makeMember(t.db, id, "ADMIN");
    const token = await invite(id, admin, "new@example.cn");
    const person = { name: "新同事", password: PASSWORD, locale: "zh-CN" };
    const joined = await registerInvited({ token, ...person }, t.db);
    expect(joined.organisationName).toBe(legalName);
    await refused(registerInvited({ token, ...person }, t.db), "invitation_closed");
    const known = await makeUser(t.db);
    const second = await invite(id, admin, known.email);
    await refused(registerInvited({ token: second, ...person }, t.db), "sign_in_required");
  });

  it("end by revocation and after two weeks, and are sent once", async () => {
    const { id } = await makeOrganisation(t.db);
    const admin = await makeMember(t.db, id, "ADMIN");
    const guest = await makeStranger(t.db);
    const token = await invite(id, admin, guest.email);
    await refused(invite(id, admin, guest.email), "already_invited", "email");
    const open = await t.db.invitation.findFirstOrThrow({ where: { acceptedAt: null } });
    const input = { organisationId: id, invitationId: open.id };
    await refused(revokeInvitation(input, await makeMember(t.db, id), t.db), "forbidden");
    await refused(
      revokeInvitation({ ...input, invitationId: newId() }, admin, t.db),
      "invitation_closed",
    );
    await revokeInvitation(input, admin, t.db);
    await refused(acceptInvitation({ token }, guest, t.db), "invitation_closed");
    const again = await invite(id, admin, guest.email);
    const clock = useTestClock(new Date(Date.now() + 15 * 86_400_000));
    try {
      await refused(acceptInvitation({ token: again }, guest, t.db), "invitation_closed");
    } finally {
      clock.restore();
    }
    const member = await makeMember(t.db, id);
    await refused(invite(id, admin, member.email), "already_member", "email");
  });
});
