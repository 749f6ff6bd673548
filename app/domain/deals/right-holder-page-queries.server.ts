import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { DbOrTx } from "~/platform/db.server";
import { getDealAccess } from "./deal-access.server";
import { findRelatedParties, type RelatedDeclaration } from "./related-party-queries.server";
import { prefillRightHolder } from "./right-holder-prefill-rules";
import { findRightHolderCheck, listContractBlockers } from "./right-holder-queries.server";

const declared = (one: RelatedDeclaration | null) =>
  one && {
    isRelated: one.isRelated,
    kinds: one.kinds,
    note: one.note,
    at: one.declaredAt.toISOString(),
  };

/** Checks and declarations of a room, and what the reader may fill in. */
export async function getChecksPage(dealId: string, actor: Actor, db: DbOrTx) {
  const { deal, side, role, organisationId } = await getDealAccess(db, dealId, actor);
  const maySpeak = role !== null && can(actor, "term-sheet.offer", { organisationId });
  const [check, related, blockers, listing] = await Promise.all([
    findRightHolderCheck(db, dealId),
    findRelatedParties(db, dealId),
    listContractBlockers(db, dealId),
    deal.achievementId
      ? db.achievement.findUnique({
          where: { id: deal.achievementId },
          select: {
            coOwners: { select: { hasConsent: true } },
            ipRights: { select: { kind: true, status: true } },
          },
        })
      : null,
  ]);
  const by = check ? await db.user.findUnique({ where: { id: check.declaredById } }) : null;
  const isHolder = side === "SUPPLY" && maySpeak;
  return {
    side: maySpeak ? side : null,
    isHolder,
    check: check && {
      answers: check.answers,
      results: check.results,
      rulesVersion: check.rulesVersion,
      at: check.declaredAt.toISOString(),
      by: by?.name ?? "",
    },
    prefilled:
      isHolder && !check
        ? prefillRightHolder({
            coOwners: listing?.coOwners ?? [],
            rights: listing?.ipRights ?? [],
          })
        : null,
    supply: declared(related.supply),
    demand: declared(related.demand),
    isBlocked: blockers.length > 0,
  };
}
