import { describe, expect, it } from "vitest";
import { moveChallenge } from "~/domain/challenges/move-challenge.server";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { ChallengeFixtures } from "../../factories/challenge-fixtures";
import { makeTrader } from "../../factories/challenges";
import { makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const DAY_MS = 86_400_000;

async function fallenTaker() {
  const poster = await makeTrader(t.db);
  const reserve = await makeTrader(t.db);
  const fixtures = await ChallengeFixtures.open(t.db, poster, reserve);
  const id = await fixtures.challenge("RUNNING", "seatReserve");
  const seat = () => moveChallenge({ challengeId: id, move: "seatReserve" }, poster.actor, t.db);
  const takers = () =>
    t.db.challengeTaker.findMany({ where: { challengeId: id, state: { not: "TERMINATED" } } });
  return { id, poster, reserve, seat, takers };
}

describe("a reserve", () => {
  it("takes the place of a taker that ended before its contract, once", async () => {
    const { reserve, seat, takers } = await fallenTaker();
    await seat();
    expect(await takers()).toMatchObject([{ organisationId: reserve.id, state: "CONTRACTING" }]);
    await expect(seat()).rejects.toThrow("challenge_seat_free");
    expect(await takers()).toHaveLength(1);
  });

  it("is seated once by two who do it at the same moment", async () => {
    const { seat, takers } = await fallenTaker();
    const answers = await Promise.allSettled([seat(), seat()]);
    expect(answers.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await takers()).toHaveLength(1);
  });

  it("is passed over while its organisation is banned", async () => {
    const { reserve, seat, takers } = await fallenTaker();
    const now = clock.now();
    await t.db.tradeBan.create({
      data: {
        id: newId(),
        organisationId: reserve.id,
        fromAt: now,
        untilAt: new Date(now.getTime() + DAY_MS),
        reason: "成交后未签约",
      },
    });
    await expect(seat()).rejects.toThrow("challenge_seat_free");
    expect(await takers()).toHaveLength(0);
  });

  it("is seated by nobody but the poster's side", async () => {
    const { id, takers } = await fallenTaker();
    const stranger = await makeStranger(t.db);
    const input = { challengeId: id, move: "seatReserve" as const };
    await expect(moveChallenge(input, stranger, t.db)).rejects.toThrow("wrong_actor");
    expect(await takers()).toHaveLength(0);
  });
});
