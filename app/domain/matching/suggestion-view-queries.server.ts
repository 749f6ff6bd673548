import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Db } from "~/platform/db.server";
import { listingHref, pairHref, requestHref } from "./match-href";
import type { OwnerView } from "./match-view-schema";
import { pairWords } from "./pair-words.server";
import type { Suggestion } from "./suggestion-queries.server";
import { pairOf } from "./suggestion-rules";
import type { SuggestionView } from "./suggestion-schema";

type Named = { title: string; owner: OwnerView };

/** Pairs as the person sees them; a blinded counterpart stays unnamed. Pairs that are gone are left out. */
export async function viewSuggestions(
  db: Db,
  suggestions: readonly Pick<
    Suggestion,
    "ownKind" | "ownId" | "otherId" | "band" | "rankerVersion"
  >[],
): Promise<SuggestionView[]> {
  const idsOf = (kind: ListingKind) => [
    ...new Set(suggestions.map((one) => (one.ownKind === kind ? one.ownId : one.otherId))),
  ];
  const [needs, achievements, words] = await Promise.all([
    readNamed(db, "need", idsOf("need")),
    readNamed(db, "achievement", idsOf("achievement")),
    pairWords(db, suggestions),
  ]);
  return suggestions.flatMap((one, index): SuggestionView[] => {
    const otherKind: ListingKind = one.ownKind === "need" ? "achievement" : "need";
    const own = (one.ownKind === "need" ? needs : achievements).get(one.ownId);
    const other = (otherKind === "need" ? needs : achievements).get(one.otherId);
    if (!own || !other) return [];
    return [
      {
        ...pairOf(one),
        own: { kind: one.ownKind, title: own.title, href: listingHref(one.ownKind, one.ownId) },
        other: { kind: otherKind, ...other, href: listingHref(otherKind, one.otherId) },
        pairHref: pairHref(pairOf(one).needId, pairOf(one).achievementId),
        requestHref: requestHref(otherKind, one.otherId, one.ownId),
        words: words[index]?.words ?? [],
        nearWords: words[index]?.nearWords ?? [],
        band: one.band,
        rankerVersion: one.rankerVersion,
      },
    ];
  });
}

async function readNamed(db: Db, kind: ListingKind, ids: string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const query = {
    where: { id: { in: ids } },
    select: {
      id: true,
      title: true,
      isBlinded: true,
      organisation: { select: { id: true, legalName: true, kind: true } },
      region: { select: { nameZh: true, nameEn: true } },
    },
  } as const;
  const rows =
    kind === "need" ? await db.need.findMany(query) : await db.achievement.findMany(query);
  return new Map(
    rows.map(({ id, title, isBlinded, organisation, region }) => [
      id,
      {
        title,
        owner: {
          name: isBlinded ? null : organisation.legalName,
          id: isBlinded ? null : organisation.id,
          kind: organisation.kind,
          region: region && { zh: region.nameZh, en: region.nameEn },
        },
      },
    ]),
  );
}
