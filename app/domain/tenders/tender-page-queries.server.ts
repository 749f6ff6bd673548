import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { HOLDER_ROLES } from "./tender-bid-schema";
import { factsInclude, readTenderFacts } from "./tender-facts-queries.server";
import { BEFORE_ISSUE } from "./tender-procedure";
import type { HolderView, TenderFacts } from "./tender-view";

export type PublicTenderPage = {
  tender: TenderFacts;
  holders: Omit<HolderView, "name">[];
  canAsk: boolean;
  /** Bids are taken now. */
  isTakingBids: boolean;
  /** Organisations of the actor that may object now. */
  objectors: { id: string; name: string }[];
  /** The actor has work on it in the desk. */
  deskHref: string | null;
};

const isNumber = (number: number) => Number.isSafeInteger(number) && number > 0 && number < 2 ** 31;

/** @throws DomainError "not_found" (404) before the issue */
export async function findPublicTender(db: DbOrTx, number: number) {
  const row = isNumber(number)
    ? await db.tender.findUnique({ where: { number }, include: factsInclude })
    : null;
  const isPublic = row?.issuedAt && !BEFORE_ISSUE.includes(row.state);
  if (!row || !isPublic) throw new DomainError("not_found", { status: 404 });
  return row;
}

/** One tender as everybody reads it. @throws DomainError "not_found" (404) before the issue */
export async function getPublicTender(
  db: DbOrTx,
  number: number,
  actor: Actor | null,
  locale: string,
): Promise<PublicTenderPage> {
  const row = await findPublicTender(db, number);
  const [tender, holders] = await Promise.all([
    readTenderFacts(db, row, { locale, isInside: false }),
    db.tenderKeyHolder.findMany({
      where: { tenderId: row.id },
      select: { role: true, userId: true, fingerprint: true, registeredAt: true, openedAt: true },
    }),
  ]);
  const now = clock.now();
  const isTakingBids = row.state === "ISSUED" && row.bidsDueAt !== null && now < row.bidsDueAt;
  const mine = actor?.kind === "USER" ? actor.memberships : [];
  const isObjecting =
    row.state === "CANDIDATES" && row.candidatesEndAt !== null && now < row.candidatesEndAt;
  const bidders =
    isObjecting && mine.length > 0
      ? await db.tenderBid.findMany({
          where: {
            tenderId: row.id,
            openedAt: { not: null },
            organisationId: { in: mine.map((one) => one.organisationId) },
          },
          select: { organisation: { select: { id: true, legalName: true } } },
        })
      : [];
  const isBuyer = mine.some((one) => one.organisationId === row.organisationId);
  const isHolder = holders.some((one) => actor?.kind === "USER" && one.userId === actor.userId);
  return {
    tender,
    holders: HOLDER_ROLES.flatMap((role) => {
      const one = holders.find((holder) => holder.role === role);
      if (!one) return [];
      const { fingerprint, registeredAt, openedAt } = one;
      const dates = {
        registeredAt: registeredAt?.toISOString() ?? null,
        openedAt: openedAt?.toISOString() ?? null,
      };
      return [{ role, fingerprint, ...dates }];
    }),
    canAsk: isTakingBids && actor !== null,
    isTakingBids,
    objectors: bidders
      .map(({ organisation }) => ({ id: organisation.id, name: organisation.legalName }))
      .filter(({ id }) => can(actor, "tender.bid", { organisationId: id })),
    deskHref: isBuyer
      ? `/desk/tenders/${row.id}`
      : isHolder
        ? `/desk/tenders/${row.id}/opening`
        : null,
  };
}
