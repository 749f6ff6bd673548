import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { Tx } from "~/platform/db.server";
import { daysBetween, isInsideDays, plusDays } from "./event-days-rules";
import { dayOf } from "./roadshow-rows.server";
import { readSpans, roadshowRulesSchema } from "./roadshow-rules-schema";

type Copy = {
  fromId: string;
  toId: string;
  organisationId: string;
  startsOn: string;
  endsOn: string;
};

/**
 * Takes over what a former event was made of. Times move by the days between the two first days; an
 * opening or fixed time that would lie outside the new days is left out. Staff is asked anew.
 * @throws DomainError "not_found" (404) where the former event is not the organiser's
 */
export async function copyRoadshow(tx: Tx, copy: Copy): Promise<void> {
  const { fromId, toId, organisationId, startsOn, endsOn } = copy;
  const from = await tx.roadshow.findFirst({
    where: { id: fromId, organisationId },
    include: { places: true, items: true },
  });
  if (!from) throw new DomainError("not_found", { status: 404 });
  const now = clock.now();
  const nightHours = await getPolicyNumber(tx, "market.roadshow.night_hours", now);
  const formerStart = dayOf(from.startsOn);
  const days = formerStart === null ? 0 : daysBetween(formerStart, startsOn);
  const move = (at: Date | null) => (at === null ? null : plusDays(at, days));
  const ahead = (at: Date | null) => {
    const moved = move(at);
    return moved !== null && moved > now ? moved : null;
  };
  const fits = (span: { from: Date; to: Date }) =>
    isInsideDays(span, { startsOn, endsOn }, nightHours);
  const rules = roadshowRulesSchema.safeParse(from.rules);
  await tx.roadshow.update({
    where: { id: toId },
    data: {
      copiedFromId: from.id,
      intro: from.intro,
      fieldCodes: from.fieldCodes,
      regionCode: from.regionCode,
      format: from.format,
      venue: from.venue,
      address: from.address,
      directions: from.directions,
      onlineUrl: from.onlineUrl,
      contact: from.contact,
      languages: from.languages,
      maxAudience: from.maxAudience,
      callDueAt: ahead(from.callDueAt),
      confirmDueAt: ahead(from.confirmDueAt),
      materialsDueAt: ahead(from.materialsDueAt),
      audienceDueAt: ahead(from.audienceDueAt),
      ...(rules.success ? { rules: rules.data } : {}),
    },
  });
  const placeIds = new Map(from.places.map((one) => [one.id, newId()]));
  await tx.roadshowPlace.createMany({
    data: from.places.map(
      ({ id, roadshowId: _, openings, closedFrom: __, createdAt: ___, ...rest }) => ({
        ...rest,
        id: placeIds.get(id) ?? newId(),
        roadshowId: toId,
        openings: readSpans(openings)
          .map((one) => ({ from: plusDays(one.from, days), to: plusDays(one.to, days) }))
          .filter(fits)
          .map((one) => ({ from: one.from.toISOString(), to: one.to.toISOString() })),
      }),
    ),
  });
  await tx.roadshowItem.createMany({
    data: from.items.map(
      ({ id: _, roadshowId: __, personIds: ___, startsAt, placeId, ...rest }) => {
        const begins = move(startsAt);
        const ends = begins && new Date(begins.getTime() + rest.minutes * 60_000);
        const isFixed = begins !== null && ends !== null && fits({ from: begins, to: ends });
        return {
          ...rest,
          id: newId(),
          roadshowId: toId,
          personIds: [],
          placeId: isFixed && placeId ? (placeIds.get(placeId) ?? null) : null,
          startsAt: isFixed ? begins : null,
        };
      },
    ),
  });
}
