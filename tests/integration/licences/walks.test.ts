import { describe } from "vitest";
import type { UserActor } from "~/domain/identity/actor";
import { systemActor } from "~/domain/identity/actor";
import { licenceOfferConduct } from "~/domain/licences/licence-offer-conduct.server";
import { licencePurchaseConduct } from "~/domain/licences/licence-purchase-conduct.server";
import {
  makeLicenceOffer,
  makeLicensee,
  makeLicensor,
  makePurchase,
} from "../../factories/licences";
import { makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb();

describe("licence-offer", () => {
  let licensor: Awaited<ReturnType<typeof makeLicensor>>;
  walkProcedure({
    conduct: licenceOfferConduct,
    db: () => t.db,
    walkers: ["owner", "operator", "stranger", "market"],
    actors: async () => {
      licensor = await makeLicensor(t.db);
      return [
        { name: "owner", actor: licensor.actor, relations: ["owner"] },
        {
          name: "operator",
          actor: await makeOfficer(t.db, "MARKET_OPERATOR", null),
          relations: ["office"],
        },
        { name: "stranger", actor: await makeStranger(t.db), relations: [] },
        { name: "market", actor: systemActor("test"), relations: ["market"] },
      ];
    },
    make: async (state) => (await makeLicenceOffer(t.db, { state, licensor })).id,
    input: () => ({ note: "理由" }),
  });
});

describe("licence-purchase", () => {
  let buyer: { organisationId: string; actor: UserActor };
  let owner: UserActor;
  walkProcedure({
    conduct: licencePurchaseConduct,
    db: () => t.db,
    walkers: ["buyer", "licensor", "operator", "stranger", "market"],
    actors: async () => {
      buyer = await makeLicensee(t.db);
      owner = (await makeLicensor(t.db)).actor;
      return [
        { name: "buyer", actor: buyer.actor, relations: ["buyer"] },
        { name: "licensor", actor: owner, relations: [] },
        {
          name: "operator",
          actor: await makeOfficer(t.db, "MARKET_OPERATOR", null),
          relations: ["office"],
        },
        { name: "stranger", actor: await makeStranger(t.db), relations: [] },
        { name: "market", actor: systemActor("test"), relations: ["market"] },
      ];
    },
    make: async (state) => {
      const offer = await makeLicenceOffer(t.db, { feeFen: 0n });
      return makePurchase(t.db, offer, buyer, state, { hasFile: true });
    },
    input: () => ({ note: "理由" }),
  });
});
