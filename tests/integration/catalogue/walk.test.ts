import { describe, vi } from "vitest";
import { LISTING_CONDUCT } from "~/domain/catalogue/listing-conduct.server";
import { LISTING_KINDS } from "~/domain/catalogue/listing-kind-rules";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { contentOf, makeListingIn } from "../../factories/listings";
import { makeMember, makeOfficer, makeOrganisation, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { walkProcedure } from "../../setup/walk-procedure";

// Some hundred moves a test, each a transaction of its own.
vi.setConfig({ testTimeout: 180_000 });

/** The two kinds share table and hooks: the second is walked by those who differ most. */
const SHORT = ["publisher", "reviewer", "stranger", "market"];

describe.each(LISTING_KINDS)("%s", (kind) => {
  const t = useTestDb();
  let publisher: UserActor;
  let organisationId: string;

  walkProcedure({
    conduct: LISTING_CONDUCT[kind],
    db: () => t.db,
    walkers:
      kind === "need"
        ? SHORT
        : [
            ...SHORT,
            "checker",
            "owner",
            "operator",
            "reviewer of another region",
            "publisher of another organisation",
          ],
    async actors() {
      organisationId = (await makeOrganisation(t.db)).id;
      const other = await makeOrganisation(t.db);
      publisher = await makeMember(t.db, organisationId);
      return [
        { name: "publisher", actor: publisher, relations: ["publisher"] },
        {
          name: "checker",
          actor: await makeMember(t.db, organisationId, "ADMIN", []),
          relations: ["checker"],
        },
        {
          name: "owner",
          actor: await makeMember(t.db, organisationId, "OWNER", ["PUBLISH"]),
          relations: ["publisher", "checker"],
        },
        { name: "reviewer", actor: await makeOfficer(t.db), relations: ["reviewer"] },
        {
          name: "operator",
          actor: await makeOfficer(t.db, "MARKET_OPERATOR", null),
          relations: ["reviewer", "importer"],
        },
        {
          name: "reviewer of another region",
          actor: await makeOfficer(t.db, "REVIEWER", "370200"),
          relations: [],
        },
        {
          name: "publisher of another organisation",
          actor: await makeMember(t.db, other.id, "OWNER"),
          relations: [],
        },
        { name: "stranger", actor: await makeStranger(t.db), relations: [] },
        { name: "market", actor: systemActor("test"), relations: ["market", "importer"] },
      ];
    },
    make: (state) =>
      makeListingIn(t.db, state, { organisationId, userId: publisher.userId }, contentOf(kind)),
    input: () => ({ note: "理由" }),
  });
});
