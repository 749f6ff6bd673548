import { acceptChallengeAgreement } from "~/domain/challenges/accept-challenge-agreement.server";
import { agreementHash } from "~/domain/challenges/agreement-hash.server";
import { answerExpertInvitation } from "~/domain/challenges/answer-expert-invitation.server";
import { type ChallengeForm, challengeFormSchema } from "~/domain/challenges/challenge-schema";
import { createChallenge } from "~/domain/challenges/create-challenge.server";
import { type IntentionForm, intentionFormSchema } from "~/domain/challenges/intention-schema";
import { inviteChallengeExpert } from "~/domain/challenges/invite-challenge-expert.server";
import { moveChallenge } from "~/domain/challenges/move-challenge.server";
import { saveChallenge } from "~/domain/challenges/save-challenge.server";
import { saveIntention } from "~/domain/challenges/save-intention.server";
import { startIntention } from "~/domain/challenges/start-intention.server";
import { vetChallenge } from "~/domain/challenges/vet-challenge.server";
import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { actorOf, addMember, makeOfficer, makeOrganisation, makeUser } from "./people";

const DAY_MS = 86_400_000;
export const dayIn = (days: number) =>
  calendarDate(new Date(clock.now().getTime() + days * DAY_MS));

export type Trader = { id: string; name: string; actor: UserActor };

/** A verified organisation with an owner of every scope and level L2. */
export async function makeTrader(db: Db, name?: string): Promise<Trader> {
  const made = await makeOrganisation(db, {
    kind: "ENTERPRISE",
    ...(name ? { legalName: name } : {}),
  });
  const user = await makeUser(db, { realNameLevel: 2 });
  await addMember(db, made.id, user.id, "OWNER", ["PUBLISH", "SIGN", "BID", "MONEY"]);
  return { id: made.id, name: made.legalName, actor: await actorOf(db, user.id) };
}

export const SECRET = "产线真空度曲线为 3.2 Pa 到 0.8 Pa，客户为某主机厂";

type FormInput = Partial<Record<keyof ChallengeForm, unknown>>;

/** A complete challenge as the poster's form sends it. */
export function challengeForm(changes: FormInput = {}): ChallengeForm {
  return challengeFormSchema.parse({
    title: "高湿环境钠电正极材料稳定性攻关",
    background: "现有材料在高湿环境下残碱上升，影响涂布。",
    content: "开发包覆工艺，在 50 公斤级装置上验证。",
    targets: [
      { name: "残碱", comparator: "LTE", value: "800", unit: "ppm", testMethod: "电位滴定" },
      { name: "首效", comparator: "GTE", value: "90", unit: "%", testMethod: "扣电 0.1C" },
    ],
    fieldCodes: ["4"],
    posterFen: "2000000",
    ipTerms: "成果共有，发榜方优先实施。",
    eligibility: "高校、科研院所、企业或联合体，独立法人。",
    intentionsDueOn: dayIn(30),
    finishOn: dayIn(400),
    agreementText: "保密协议文本",
    confidential: SECRET,
    ...changes,
  });
}

export type TestChallenge = {
  id: string;
  number: number;
  hash: string;
  poster: Trader;
  office: UserActor;
};

/** A published challenge, through the use cases. */
export async function publishChallenge(
  db: Db,
  values: { poster?: Trader; office?: UserActor; form?: FormInput } = {},
): Promise<TestChallenge> {
  const poster = values.poster ?? (await makeTrader(db));
  const office = values.office ?? (await makeOfficer(db, "MARKET_OPERATOR", null));
  const { id } = await createChallenge({ organisationId: poster.id }, poster.actor, db);
  const form = challengeForm(values.form);
  await saveChallenge({ challengeId: id, revision: 1, form }, poster.actor, db);
  await moveChallenge({ challengeId: id, move: "submit" }, poster.actor, db);
  const answers = { isReal: true, isMeasurable: true, isFunded: true };
  await vetChallenge(
    { challengeId: id, decision: "publish", note: "两位专家认为需求真实。", ...answers },
    office,
    db,
  );
  const { number } = await db.challenge.findUniqueOrThrow({ where: { id } });
  return { id, number, hash: agreementHash(id, form.agreementText), poster, office };
}

type IntentionInput = Partial<Record<keyof IntentionForm, unknown>>;

/** A complete intention as the one-page form sends it. */
export function intentionForm(changes: IntentionInput = {}): IntentionForm {
  return intentionFormSchema.parse({
    team: "教授 1 名、工程师 4 名，做过两条中试线。",
    research: "实验室样品残碱 650 ppm。",
    route: "湿法包覆加低温后处理。",
    basis: "已有 10 公斤级装置。",
    plan: "与发榜方共建产线，三年内放大。",
    answers: [
      { value: "700 ppm", note: "" },
      { value: "91 %", note: "" },
    ],
    chiefName: "李总师",
    chiefTitle: "教授",
    contactName: "王联系",
    contactPhone: "0531-80000000",
    contactEmail: "contact@test.example",
    budget: [{ item: "设备", amountFen: "800000" }],
    stages: [
      { title: "小试", dueOn: dayIn(150), target: "残碱 800 ppm" },
      { title: "中试", dueOn: dayIn(300), target: "50 公斤级" },
    ],
    control: "no",
    commonControl: "no",
    influence: "no",
    revision: "1",
    ...changes,
  });
}

/** A submitted intention of an organisation, through the use cases. */
export async function submitIntention(
  db: Db,
  challenge: TestChallenge,
  taker: Trader,
  changes: IntentionInput = {},
): Promise<string> {
  const { number, hash: textHash } = challenge;
  await acceptChallengeAgreement({ number, textHash }, taker.actor, db);
  const start = { number, organisationId: taker.id };
  const { id } = await startIntention(start, taker.actor, db);
  const form = intentionForm(changes);
  await saveIntention({ intentionId: id, form, isHandedIn: true }, taker.actor, db);
  return id;
}

/** Experts from outside who have accepted. */
export async function seatExperts(
  db: Db,
  challenge: TestChallenge,
  count = 3,
): Promise<UserActor[]> {
  const experts: UserActor[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id, email } = await makeUser(db, { realNameLevel: 2 });
    const expert = await actorOf(db, id);
    const { id: challengeId, office } = challenge;
    await inviteChallengeExpert({ challengeId, email }, office, db);
    await answerExpertInvitation({ challengeId, answer: "accept", note: "" }, expert, db);
    experts.push(expert);
  }
  return experts;
}
