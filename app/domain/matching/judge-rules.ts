import type { Actor } from "~/domain/identity/actor";
import { can, membershipOf, officeRegions } from "~/domain/identity/permission-rules";

/**
 * Whether somebody may judge pairs: brokers of verified agencies and reviewers. A judgement is an opinion
 * of two public texts, so a reviewer's region does not limit it.
 */
export function canJudge(actor: Actor | null): boolean {
  if (actor === null) return false;
  return (
    can(actor, "match.judge") ||
    officeRegions(actor, ["REVIEWER", "MARKET_OPERATOR"]).some((regionCode) =>
      can(actor, "match.judge", { regionCode }),
    )
  );
}

/** Nobody judges a pair of an organisation that they belong to. */
export function isOnASide(
  actor: Actor,
  pair: { need: { organisationId: string }; achievement: { organisationId: string } },
): boolean {
  return [pair.need, pair.achievement].some(
    (side) => membershipOf(actor, side.organisationId) !== null,
  );
}
