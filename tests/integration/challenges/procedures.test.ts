import { beforeAll, describe, expect, it } from "vitest";
import { challengeConduct } from "~/domain/challenges/challenge-conduct.server";
import { challengeIntentionConduct } from "~/domain/challenges/challenge-intention-conduct.server";
import type {
  IntentionRelation,
  IntentionState,
} from "~/domain/challenges/challenge-intention-procedure";
import { challengeMilestoneConduct } from "~/domain/challenges/challenge-milestone-conduct.server";
import type {
  ChallengeMilestoneRelation,
  ChallengeMilestoneState,
} from "~/domain/challenges/challenge-milestone-procedure";
import type { ChallengeRelation, ChallengeState } from "~/domain/challenges/challenge-procedure";
import { challengeTakerConduct } from "~/domain/challenges/challenge-taker-conduct.server";
import type { TakerRelation, TakerState } from "~/domain/challenges/challenge-taker-procedure";
import { systemActor } from "~/domain/identity/actor";
import { ChallengeFixtures } from "../../factories/challenge-fixtures";
import { intentionForm, makeTrader, type Trader } from "../../factories/challenges";
import { makeMember, makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { type Walker, walkProcedure } from "../../setup/walk-procedure";

const t = useTestDb("file");
let fixtures: ChallengeFixtures;
let poster: Trader;
let taker: Trader;

beforeAll(async () => {
  poster = await makeTrader(t.db);
  taker = await makeTrader(t.db);
  fixtures = await ChallengeFixtures.open(t.db, poster, taker);
});

describe("challenge", () => {
  let walkers: Walker<ChallengeRelation>[];
  const names = ["publisher", "signer", "operator", "market", "stranger"];
  let last = "";

  beforeAll(async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", "370000");
    walkers = [
      {
        name: "publisher",
        actor: await makeMember(t.db, poster.id, "MEMBER", ["PUBLISH"]),
        relations: ["poster"],
      },
      {
        name: "signer",
        actor: await makeMember(t.db, poster.id, "MEMBER", ["SIGN"]),
        relations: ["decider"],
      },
      { name: "operator", actor: operator, relations: ["office", "operator"] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
      { name: "stranger", actor: await makeStranger(t.db), relations: [] },
    ];
  });

  walkProcedure({
    conduct: challengeConduct,
    db: () => t.db,
    walkers: names,
    actors: async () => walkers,
    make: async (state, move) => {
      last = await fixtures.challenge(state as ChallengeState, move ?? "");
      return last;
    },
    input: (move) => fixtures.inputOf(move, last),
  });
});

describe("challenge-intention", () => {
  let walkers: Walker<IntentionRelation>[];

  beforeAll(async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", "370000");
    walkers = [
      { name: "taker", actor: taker.actor, relations: ["taker"] },
      { name: "poster", actor: poster.actor, relations: ["poster"] },
      { name: "reviewer", actor: await makeOfficer(t.db), relations: ["office"] },
      { name: "operator", actor: operator, relations: ["office", "operator"] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
      { name: "other taker", actor: (await makeTrader(t.db)).actor, relations: [] },
    ];
  });

  walkProcedure({
    conduct: challengeIntentionConduct,
    db: () => t.db,
    walkers: ["taker", "poster", "reviewer", "operator", "market", "other taker"],
    actors: async () => walkers,
    make: (state, move) => fixtures.intention(state as IntentionState, move ?? ""),
    input: () => ({ note: "理由" }),
  });
});

describe("challenge-taker", () => {
  let walkers: Walker<TakerRelation>[];
  const points = { followedPlan: true, keptRecords: true, usedFunds: true, noMisconduct: true };

  beforeAll(async () => {
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", "370000");
    walkers = [
      { name: "taker", actor: taker.actor, relations: ["taker"] },
      { name: "poster", actor: poster.actor, relations: ["poster"] },
      { name: "expert", actor: fixtures.expert, relations: ["expert"] },
      { name: "operator", actor: operator, relations: ["operator"] },
      { name: "market", actor: systemActor("test"), relations: ["market"] },
      { name: "other taker", actor: (await makeTrader(t.db)).actor, relations: [] },
    ];
  });

  walkProcedure({
    conduct: challengeTakerConduct,
    db: () => t.db,
    walkers: ["taker", "poster", "expert", "operator", "market", "other taker"],
    actors: async () => walkers,
    make: (state, move) => fixtures.taker(state as TakerState, move ?? ""),
    input: () => ({
      note: "理由",
      paperSigned: true,
      opinion: "ACCEPT",
      rewardFen: "100",
      ...points,
    }),
  });
});

describe("challenge-milestone", () => {
  let walkers: Walker<ChallengeMilestoneRelation>[];

  beforeAll(async () => {
    walkers = [
      { name: "taker", actor: taker.actor, relations: ["taker"] },
      { name: "poster", actor: poster.actor, relations: ["poster"] },
      { name: "expert", actor: fixtures.expert, relations: [] },
    ];
  });

  walkProcedure({
    conduct: challengeMilestoneConduct,
    db: () => t.db,
    walkers: ["taker", "poster", "expert"],
    actors: async () => walkers,
    make: (state) => fixtures.milestone(state as ChallengeMilestoneState),
    input: () => ({ note: "理由", reportedAt: fixtures.reportedAt.toISOString() }),
  });
});

describe("an office", () => {
  it("does not vet its own organisation's challenge, and has no say outside its region", async () => {
    const id = await fixtures.challenge("VETTING", "publish");
    const [row] = await challengeConduct.load(t.db, [id]);
    if (!row) throw new Error("no challenge");
    const elsewhere = await makeOfficer(t.db, "REVIEWER", "440000");
    expect(challengeConduct.relations(elsewhere, row).size).toBe(0);
    expect(intentionForm().answers).toHaveLength(2);
  });
});
