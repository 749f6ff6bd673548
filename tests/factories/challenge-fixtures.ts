import { agreementHash } from "~/domain/challenges/agreement-hash.server";
import type { IntentionState } from "~/domain/challenges/challenge-intention-procedure";
import type { ChallengeMilestoneState } from "~/domain/challenges/challenge-milestone-procedure";
import type { ChallengeState } from "~/domain/challenges/challenge-procedure";
import type { TakerState } from "~/domain/challenges/challenge-taker-procedure";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import type { Db } from "~/platform/db.server";
import { challengeForm, intentionForm, makeTrader, type Trader } from "./challenges";
import { actorOf, makeUser } from "./people";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(clock.now().getTime() + days * DAY_MS);

/** Rows of open challenges inserted directly in any state, such that a given move meets its conditions. */
export class ChallengeFixtures {
  readonly reportedAt = new Date("2026-01-05T00:00:00Z");
  private readonly chosen = new Map<string, string[]>();

  private constructor(
    private readonly db: Db,
    private readonly poster: Trader,
    private readonly maker: Trader,
    private readonly experts: UserActor[],
    private readonly others: Trader[],
  ) {}

  static async open(db: Db, poster: Trader, taker: Trader): Promise<ChallengeFixtures> {
    const experts: UserActor[] = [];
    for (let index = 0; index < 3; index += 1) {
      experts.push(await actorOf(db, (await makeUser(db)).id));
    }
    return new ChallengeFixtures(db, poster, taker, experts, [await makeTrader(db)]);
  }

  get expert(): UserActor {
    const [first] = this.experts;
    if (!first) throw new Error("no expert");
    return first;
  }

  /** What goes with a move of a challenge. */
  inputOf(move: string, id: string): MoveInput {
    const yes = { isReal: true, isMeasurable: true, isFunded: true };
    const extend = move === "extend" ? { dueAt: inDays(90).toISOString() } : {};
    const propose = move === "propose" ? { selected: this.chosen.get(id) ?? [] } : {};
    return { note: "理由", ...yes, ...extend, ...propose };
  }

  async challenge(
    state: ChallengeState,
    move: string,
    values: { takerMode?: string; publicFen?: bigint } = {},
  ): Promise<string> {
    const id = newId();
    const isOver = move === "closeIntentions" || move === "noIntentions";
    const { intentionsDueOn, finishOn, scoutShareBp, posterFen, publicFen, ...form } =
      challengeForm();
    await this.db.challenge.create({
      data: {
        ...form,
        id,
        state,
        organisationId: this.poster.id,
        createdById: this.poster.actor.userId,
        regionCode: "370102",
        posterFen: BigInt(posterFen ?? 0),
        publicFen: values.publicFen ?? null,
        takerMode: values.takerMode ?? "ONE",
        maxTakers: values.takerMode ? 3 : 1,
        publishedAt: inDays(-100),
        agreementHash: agreementHash(id, form.agreementText),
        intentionsDueAt: inDays(isOver ? -1 : 60),
        finishOn: inDays(500),
        publicityEndsAt: inDays(-1),
      },
    });
    if (move === "closeIntentions") await this.insert(id, "SUBMITTED");
    if (["appraise", "propose", "noneFit"].includes(move)) {
      this.chosen.set(id, [await this.insert(id, "ELIGIBLE")]);
      await this.seat(id, move !== "appraise");
    }
    if (move === "seatReserve") {
      await this.insert(id, "RESERVE");
      await this.fall(await this.seatTaker(id, "TERMINATED", await makeTrader(this.db), ""));
    }
    if (move === "uphold") {
      await this.db.challengeObjection.create({
        data: {
          id: newId(),
          challengeId: id,
          number: 1,
          raisedById: this.expert.userId,
          text: "异议",
          outcome: "UPHELD",
          handledAt: clock.now(),
        },
      });
    }
    return id;
  }

  /** The record of a taker that ended before its contract. */
  private async fall(takerId: string): Promise<void> {
    await this.db.procedureMove.create({
      data: {
        id: newId(),
        procedure: "challenge-taker",
        subjectId: takerId,
        move: "terminate",
        fromState: "CONTRACTING",
        toState: "TERMINATED",
        actorKind: "SYSTEM",
        relation: "market",
        at: clock.now(),
        auditSequence: 0n,
      },
    });
  }

  private async seat(challengeId: string, isDone: boolean): Promise<void> {
    await this.db.challengeExpert.createMany({
      data: this.experts.map((one) => ({
        id: newId(),
        challengeId,
        userId: one.userId,
        invitedById: one.userId,
        acceptedAt: clock.now(),
        submittedAt: isDone ? clock.now() : null,
      })),
    });
  }

  private async insert(challengeId: string, state: string, taker = this.maker): Promise<string> {
    const id = newId();
    const { relatedNote, scoutCode, revision, ...content } = intentionForm();
    const number = 1 + (await this.db.challengeIntention.count({ where: { challengeId } }));
    await this.db.challengeIntention.create({
      data: {
        id,
        challengeId,
        organisationId: taker.id,
        userId: taker.actor.userId,
        number,
        state,
        content,
        isRelated: false,
        submittedAt: clock.now(),
      },
    });
    return id;
  }

  async intention(state: IntentionState, move: string): Promise<string> {
    const isScreening = ["admit", "refuse", "reconsider"].includes(move);
    const opened = move === "exclude" ? "APPRAISAL" : "PUBLISHED";
    const challengeId = await this.challenge(isScreening ? "SCREENING" : opened, "");
    const { agreementHash: textHash } = await this.db.challenge.findUniqueOrThrow({
      where: { id: challengeId },
    });
    await this.db.challengeAgreement.create({
      data: {
        id: newId(),
        challengeId,
        userId: this.maker.actor.userId,
        textHash: textHash ?? "",
      },
    });
    return this.insert(challengeId, state);
  }

  async taker(state: TakerState, move: string): Promise<string> {
    const takerMode = move === "nextStage" ? "STAGED" : "RACE";
    const challengeId = await this.challenge("RUNNING", "", { takerMode });
    await this.seat(challengeId, true);
    const id = await this.seatTaker(challengeId, state, this.maker, move);
    const [other] = this.others;
    if (move === "eliminate" && other) await this.seatTaker(challengeId, "RUNNING", other, "");
    return id;
  }

  private async seatTaker(challengeId: string, state: string, taker: Trader, move: string) {
    const id = newId();
    const open = move === "nextStage" ? "PLANNED" : "ACCEPTED";
    await this.db.challengeTaker.create({
      data: {
        id,
        challengeId,
        intentionId: await this.insert(challengeId, "SELECTED", taker),
        organisationId: taker.id,
        state,
        milestones: {
          create: ["ACCEPTED", open].map((one, index) => ({
            id: newId(),
            sort: index + 1,
            title: `阶段 ${index + 1}`,
            state: one,
          })),
        },
      },
    });
    return id;
  }

  async milestone(state: ChallengeMilestoneState): Promise<string> {
    const takerId = await this.taker("RUNNING", "");
    const id = newId();
    await this.db.challengeMilestone.create({
      data: {
        id,
        takerId,
        sort: 3,
        state,
        title: "中试",
        report: "完成",
        reportedAt: this.reportedAt,
      },
    });
    return id;
  }
}
