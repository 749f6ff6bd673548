import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { calendarDate, clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { addMonths } from "~/domain/shared/working-days";
import type { Db } from "~/platform/db.server";
import {
  findOfferers,
  getOwnListing,
  listOtherSides,
  type OfferRefusal,
} from "./mandate-matter.server";

const CHOICES = 100;

export type OfferPage = {
  broker: { id: string; name: string; agencyName: string | null };
  /** Why this person can offer none; there is nothing to fill in then. */
  refusal: OfferRefusal | null;
  /** Null until a listing is chosen. */
  values: {
    brokerId: string;
    listing: { kind: "achievement" | "need"; id: string; title: string };
    others: { listingId: string; title: string; name: string }[];
    maySign: boolean;
    startsOn: string;
    endsOn: string;
  } | null;
  choices: { value: string; label: string }[];
};

/**
 * What the form of an offer needs: the broker, the listing and the sides that may join.
 * @throws DomainError "not_found", "broker_not_public"
 */
export async function getOfferPage(
  input: { brokerId: string; achievementId: string | null; needId: string | null },
  actor: UserActor,
  db: Db,
): Promise<OfferPage> {
  const broker = assertFound(
    isId(input.brokerId)
      ? await db.brokerProfile.findUnique({
          where: { id: input.brokerId },
          select: {
            id: true,
            displayName: true,
            state: true,
            availability: true,
            agency: { select: { legalName: true } },
          },
        })
      : null,
  );
  if (broker.state !== "PUBLIC" || broker.availability === "CLOSED") {
    throw new DomainError("broker_not_public", { status: 409 });
  }
  const head = {
    id: broker.id,
    name: broker.displayName,
    agencyName: broker.agency?.legalName ?? null,
  };
  const achievementId = isId(input.achievementId) ? input.achievementId : null;
  const needId = isId(input.needId) ? input.needId : null;
  const { ids, refusal } = findOfferers(actor);
  if (refusal) return { broker: head, refusal, values: null, choices: [] };
  if (!achievementId && !needId) {
    return { broker: head, refusal, values: null, choices: await listChoices(ids, db) };
  }
  const listing = await getOwnListing(db, { achievementId, needId }, actor);
  const others = await listOtherSides(db, listing);
  const today = calendarDate(clock.now());
  const { kind, id, title, organisationId } = listing;
  return {
    broker: head,
    refusal,
    values: {
      brokerId: broker.id,
      listing: { kind, id, title },
      others: others.map(({ listingId, title: otherTitle, name }) => ({
        listingId,
        title: otherTitle,
        name,
      })),
      maySign: can(actor, "mandate.consent", { organisationId }),
      startsOn: today,
      endsOn: addMonths(today, 12),
    },
    choices: [],
  };
}

/** Listings of organisations, the newest first. */
async function listChoices(ids: string[], db: Db): Promise<OfferPage["choices"]> {
  const query = {
    where: { organisationId: { in: ids }, state: "PUBLISHED" },
    orderBy: [{ publishedAt: "desc" as const }, { id: "desc" as const }],
    take: CHOICES,
    select: { id: true, title: true },
  };
  const [achievements, needs] = await Promise.all([
    db.achievement.findMany(query),
    db.need.findMany(query),
  ]);
  return [
    ...achievements.map((one) => ({ value: `achievement:${one.id}`, label: one.title })),
    ...needs.map((one) => ({ value: `need:${one.id}`, label: one.title })),
  ];
}
