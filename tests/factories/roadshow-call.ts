import { createHash } from "node:crypto";
import type { UserActor } from "~/domain/identity/actor";
import type { ProjectState } from "~/domain/roadshows/call/project-procedure";
import {
  type ProjectForm,
  projectFormSchema,
  type Side,
} from "~/domain/roadshows/call/project-schema";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { makeTrader, type Trader } from "./challenges";
import { actorOf } from "./people";
import type { TestRoadshow } from "./roadshows";

const DAY_MS = 86_400_000;
const LATE: readonly ProjectState[] = [
  "CONFIRMED",
  "MATERIALS_OK",
  "PRESENTED",
  "NO_SHOW",
  "MEETINGS",
  "INTENTION",
  "CONTRACT",
  "REGISTERED",
  "DROPPED",
];

export type ProjectOptions = {
  owner?: Trader;
  side?: Side;
  title?: string;
  fieldCodes?: string[];
  achievementId?: string;
  needId?: string;
  presenterUserId?: string;
  confidentiality?: "PUBLIC" | "NDA_SESSION";
  equipment?: string[];
  unavailable?: { from: string; to: string }[];
  rank?: number;
  confirmDueAt?: Date;
  hasMaterial?: boolean;
};

export type TestProject = {
  id: string;
  number: number;
  title: string;
  owner: Trader;
  /** The account that presents it. */
  presenter: UserActor;
};

/** A project in any state, inserted directly, whole enough to be handed in. */
export async function projectAt(
  t: { db: Db },
  roadshow: TestRoadshow,
  state: ProjectState,
  options: ProjectOptions = {},
): Promise<TestProject> {
  const { db } = t;
  const owner = options.owner ?? (await makeTrader(db));
  const side = options.side ?? "SUPPLY";
  const id = newId();
  const now = clock.now();
  const number = 1 + (await db.roadshowProject.count({ where: { roadshowId: roadshow.id } }));
  const title = options.title ?? `路演项目 ${number}`;
  const presenterUserId = options.presenterUserId ?? owner.actor.userId;
  const isNda = options.confidentiality === "NDA_SESSION";
  await db.roadshowProject.create({
    data: {
      id,
      roadshowId: roadshow.id,
      number,
      state,
      side,
      organisationId: owner.id,
      createdById: owner.actor.userId,
      achievementId: options.achievementId ?? null,
      needId: options.needId ?? null,
      title,
      summary: "湿法包覆工艺，残碱降到 700 ppm，已在 10 公斤级装置上验证。",
      fieldCodes: options.fieldCodes ?? ["4"],
      trl: side === "SUPPLY" ? 6 : null,
      ipNote: side === "SUPPLY" ? "发明专利两件" : "",
      cooperationWish: "许可或作价入股",
      presenterName: owner.actor.name,
      presenterTitle: "教授",
      presenterUserId,
      language: "zh-CN",
      confidentiality: options.confidentiality ?? "PUBLIC",
      equipment: options.equipment ?? [],
      unavailable: options.unavailable ?? [],
      rank: options.rank ?? null,
      materialFileId: options.hasMaterial ? await makeMaterial(db, owner) : null,
      ...(side === "SUPPLY" && {
        noveltyAnswer: isNda ? "NDA" : "FILED",
        noveltyNote: "申请号 202410000001X",
        noveltyAt: now,
      }),
      ...(state !== "DRAFT" && { submittedAt: now }),
      ...(["SELECTED", "WAIVED", ...LATE].includes(state) && {
        confirmDueAt: options.confirmDueAt ?? new Date(now.getTime() + 3 * DAY_MS),
      }),
      ...(LATE.includes(state) && { confirmedAt: now }),
      createdAt: now,
    },
  });
  return { id, number, title, owner, presenter: await actorOf(db, presenterUserId) };
}

/** The row of a file; nothing is in the storage. */
async function makeMaterial(db: Db, owner: Trader): Promise<string> {
  const id = newId();
  await db.storedFile.create({
    data: {
      id,
      organisationId: owner.id,
      uploadedById: owner.actor.userId,
      name: "路演材料.pdf",
      contentType: "application/pdf",
      sizeBytes: 1000n,
      sha256: createHash("sha256").update(id).digest("hex"),
      storageKey: `roadshow/${id}.pdf`,
      purpose: "ROADSHOW",
      createdAt: clock.now(),
    },
  });
  return id;
}

/** The form of a project as it comes from the page, whole. */
export function projectForm(
  changes: Partial<Record<keyof ProjectForm, unknown>> = {},
): ProjectForm {
  return projectFormSchema.parse({
    title: "湿法包覆正极材料",
    summary: "残碱降到 700 ppm，已在 10 公斤级装置上验证。",
    fieldCodes: ["4"],
    trl: 6,
    ipNote: "发明专利两件",
    cooperationWish: "许可或作价入股",
    presenterName: "李教授",
    language: "zh-CN",
    noveltyAnswer: "FILED",
    noveltyNote: "申请号 202410000001X",
    revision: 1,
    ...changes,
  });
}
