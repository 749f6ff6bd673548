import { DomainError } from "~/domain/shared/domain-error";
import type { Actor, Office, RegistrarRole, Role, Scope, UserActor } from "./actor";
import { coversRegion } from "./region-rules";

/** What a permission is asked about: the organisation that owns it and the region it lies in. */
export type PermissionSubject = {
  organisationId?: string | null;
  regionCode?: string | null;
  /** Person whom a personal record belongs to. */
  userId?: string | null;
  /** Registration office or service point that handles it. */
  registrationOfficeId?: string | null;
};

type Grant =
  | { kind: "MEMBER"; roles?: readonly Role[]; scope?: Scope; verified?: boolean }
  | { kind: "OFFICE"; offices: readonly Office[] }
  | { kind: "REGISTRAR"; roles: readonly RegistrarRole[] }
  | { kind: "BROKER" }
  | { kind: "SELF" }
  | { kind: "SIGNED_IN"; level?: number };

const member: Grant = { kind: "MEMBER" };
const admin: Grant = { kind: "MEMBER", roles: ["OWNER", "ADMIN"] };
const owner: Grant = { kind: "MEMBER", roles: ["OWNER"] };
const publisher: Grant = { kind: "MEMBER", scope: "PUBLISH" };
const brokerage: Grant = { kind: "BROKER" };
const reviewer: Grant = { kind: "OFFICE", offices: ["REVIEWER", "MARKET_OPERATOR"] };
const operator: Grant = { kind: "OFFICE", offices: ["MARKET_OPERATOR"] };
const talentPool: Grant = { kind: "OFFICE", offices: ["TALENT_POOL"] };
const registrar: Grant = { kind: "REGISTRAR", roles: ["REGISTRAR", "CHIEF"] };
const chiefRegistrar: Grant = { kind: "REGISTRAR", roles: ["CHIEF"] };
const anyRegistrar: Grant = { kind: "REGISTRAR", roles: ["REGISTRAR", "CHIEF", "PRECHECK"] };
const signer: Grant = { kind: "MEMBER", scope: "SIGN", verified: true };
const bidder: Grant = { kind: "MEMBER", scope: "BID", verified: true };
const organiser: Grant = { kind: "MEMBER", scope: "PUBLISH", verified: true };
const treasurer: Grant = { kind: "MEMBER", scope: "MONEY" };
const self: Grant = { kind: "SELF" };
const signedIn: Grant = { kind: "SIGNED_IN" };

/**
 * The one permission matrix: an action is allowed if any grant holds; an action that is not in the
 * table does not compile, and an actor without a matching grant is refused.
 */
export const PERMISSIONS = {
  "organisation.create": [signedIn],
  "organisation.view-private": [member, reviewer],
  "organisation.edit": [admin],
  "organisation.submit": [admin],
  "organisation.verify": [reviewer],
  "organisation.suspend": [operator],
  "organisation.trust-import": [operator],
  "membership.invite": [admin],
  "membership.change": [admin],
  "membership.transfer-ownership": [owner],
  "real-name.apply": [self],
  "real-name.decide": [operator],
  "listing.create": [publisher],
  "listing.edit": [publisher],
  "listing.view-unpublished": [member, reviewer],
  "listing.check": [admin],
  "listing.review": [reviewer],
  "listing.import": [publisher, operator],
  "listing.export": [member, operator],
  "match.answer": [publisher],
  "match.judge": [brokerage, reviewer],
  "match.broker": [brokerage, operator],
  "match.operate": [operator],
  "introduction.request": [publisher],
  "introduction.answer": [publisher],
  "introduction.view": [member],
  "broker-profile.keep": [self],
  "broker-profile.verify": [talentPool],
  "mandate.offer": [publisher],
  "mandate.answer": [self],
  "mandate.consent": [signer],
  "attribution.view": [self, admin],
  "deal.open": [publisher],
  "deal.oversee": [admin],
  "deal.operate": [operator],
  "term-sheet.offer": [publisher, signer],
  "term-sheet.accept": [signer],
  "publicity.run": [admin],
  "contract.draft": [publisher, signer],
  "contract.approve": [signer],
  "contract.sign": [signer],
  "registration.apply": [publisher, signer],
  "registration.view": [member, anyRegistrar],
  "registration.precheck": [anyRegistrar],
  "registration.handle": [registrar],
  "registration.head": [chiefRegistrar],
  "registration.operate": [operator],
  "milestone.report": [publisher],
  "milestone.accept": [signer],
  "payment.prove": [treasurer],
  "payment.confirm": [treasurer],
  "reward.run": [admin],
  "rating.give": [publisher],
  "lot.create": [publisher],
  "lot.view-unpublished": [member, reviewer],
  "lot.check": [operator],
  "lot.apply": [bidder],
  "lot.qualify": [operator],
  "lot.confirm": [signer],
  "lot.operate": [operator],
  "bid.place": [bidder],
  "bid.operate": [operator],
  "pay.view": [member, operator],
  "pay.pay": [treasurer],
  "pay.confirm": [operator],
  "ledger.operate": [operator],
  "tender.create": [publisher],
  "tender.check": [operator],
  "tender.bid": [bidder],
  "tender.award": [signer],
  "tender.operate": [operator],
  "challenge.create": [publisher],
  "challenge.vet": [operator, reviewer],
  "challenge.intend": [bidder],
  "challenge.decide": [signer],
  "challenge.operate": [operator],
  "licence.create": [publisher],
  "licence.check": [operator],
  "licence.buy": [signer],
  "licence.operate": [operator],
  "trade.dispute": [bidder],
  "trade.watch": [operator],
  "roadshow.create": [organiser],
  "roadshow.organise": [organiser],
  "roadshow.view-unpublished": [member, reviewer],
  "roadshow.approve": [operator],
  "roadshow.operate": [operator],
  "roadshow.pitch": [publisher],
  "roadshow.attend": [signedIn],
  "lead.handle": [publisher],
  "notification.read": [self],
  "saved-search.manage": [self],
  "account.manage": [self],
  "audit.view": [operator],
  "outbox.view": [operator],
  "search.operate": [operator],
} as const satisfies Record<string, readonly Grant[]>;

export type Action = keyof typeof PERMISSIONS;

function holds(grant: Grant, actor: UserActor, subject: PermissionSubject): boolean {
  switch (grant.kind) {
    case "SIGNED_IN":
      return actor.realNameLevel >= (grant.level ?? 0);
    case "BROKER":
      return (
        actor.brokerId !== null ||
        actor.memberships.some((one) => one.organisationKind === "BROKER_AGENCY" && one.isVerified)
      );
    case "REGISTRAR":
      return actor.registrarSeats.some(
        (seat) => seat.officeId === subject.registrationOfficeId && grant.roles.includes(seat.role),
      );
    case "SELF":
      return subject.userId !== null && subject.userId === actor.userId;
    case "OFFICE":
      return actor.offices.some(
        (seat) =>
          grant.offices.includes(seat.office) &&
          coversRegion(seat.regionCode, subject.regionCode ?? null),
      );
    case "MEMBER": {
      if (!subject.organisationId) return false;
      const membership = actor.memberships.find(
        (one) => one.organisationId === subject.organisationId,
      );
      if (!membership) return false;
      if (grant.roles && !grant.roles.includes(membership.role)) return false;
      if (grant.scope && !membership.scopes.includes(grant.scope)) return false;
      return !grant.verified || membership.isVerified;
    }
  }
}

/** Whether the actor may do it. The market itself may do everything that it does. */
export function can(actor: Actor | null, action: Action, subject: PermissionSubject = {}): boolean {
  if (actor === null) return false;
  if (actor.kind === "SYSTEM") return true;
  const grants: readonly Grant[] = PERMISSIONS[action];
  return grants.some((grant) => holds(grant, actor, subject));
}

/** @throws DomainError "forbidden" (403) */
export function assertCan(
  actor: Actor | null,
  action: Action,
  subject: PermissionSubject = {},
): asserts actor is Actor {
  if (!can(actor, action, subject)) throw new DomainError("forbidden", { status: 403 });
}

/** The membership through which a person acts for an organisation, if there is one. */
export function membershipOf(actor: Actor | null, organisationId: string | null) {
  if (actor?.kind !== "USER" || organisationId === null) return null;
  return actor.memberships.find((one) => one.organisationId === organisationId) ?? null;
}

/** Regions of the actor's seats in an office; null stands for the whole market. */
export function officeRegions(actor: Actor, offices: readonly Office[]): (string | null)[] {
  if (actor.kind !== "USER") return [];
  return actor.offices.filter((seat) => offices.includes(seat.office)).map((s) => s.regionCode);
}
