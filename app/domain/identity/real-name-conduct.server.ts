import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import type { Actor } from "./actor";
import { authorityCondition } from "./authority-condition";
import { can } from "./permission-rules";
import {
  type RealNameCondition,
  type RealNameMove,
  type RealNameRelation,
  type RealNameState,
  realNameProcedure,
} from "./real-name-procedure";
import { tellLater } from "./tell-later.server";

export type RealNameSubject = {
  id: string;
  state: string;
  userId: string;
  legalName: string;
  fileId: string | null;
};

function load(tx: Tx, ids: readonly string[]): Promise<RealNameSubject[]> {
  return tx.realNameApplication.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: "asc" },
    select: { id: true, state: true, userId: true, legalName: true, fileId: true },
  });
}

/** What an actor is to a real-name application. */
export function realNameRelations(
  actor: Actor,
  subject: { userId: string },
): ReadonlySet<RealNameRelation> {
  if (actor.kind === "SYSTEM") return new Set<RealNameRelation>(["market"]);
  const relations = new Set<RealNameRelation>();
  if (subject.userId === actor.userId) relations.add("applicant");
  if (can(actor, "real-name.decide")) relations.add("operator");
  return relations;
}

const writeDecision: MoveHook<RealNameSubject> = async ({ tx, subjects, input, now }) => {
  await tx.realNameApplication.updateMany({
    where: { id: { in: subjects.map((subject) => subject.id) } },
    data: { decidedAt: now, decisionNote: input.note?.trim() || null },
  });
};

/** The procedure "real-name" carried out on applications. */
export const realNameConduct: Conduct<
  RealNameSubject,
  RealNameState,
  RealNameMove,
  RealNameRelation,
  RealNameCondition,
  "review"
> = {
  procedure: realNameProcedure,
  table: "RealNameApplication",
  load,
  relations: realNameRelations,
  conditions: {
    "not-self": ({ actor, subject }) =>
      conditionOf(actor.kind !== "USER" || actor.userId !== subject.userId, {
        inputs: { isSelf: actor.kind === "USER" && actor.userId === subject.userId },
        formula: "the person who decides is not the applicant",
        source: "market rule: separation of duties",
        code: "own_application",
      }),
    "document-attached": ({ subject }) =>
      conditionOf(subject.fileId !== null, {
        inputs: { hasDocument: subject.fileId !== null },
        formula: "an image of the document is attached",
        source: "market rule: level L2 (document seen)",
        code: "document_required",
      }),
    authority: ({ input }) => authorityCondition(input),
  },
  before: { approve: writeDecision, returnForCorrection: writeDecision },
  after: {
    approve: async ({ tx, subjects, input }) => {
      for (const subject of subjects) {
        const level = input.authority === "MATCH" ? 3 : 2;
        const person = await tx.user.findUniqueOrThrow({
          where: { id: subject.userId },
          select: { realNameLevel: true },
        });
        await tx.user.update({
          where: { id: subject.userId },
          data: {
            legalName: subject.legalName,
            realNameLevel: Math.max(person.realNameLevel, level),
          },
        });
        await tellLater(tx, "realNameApproved", subject.id);
      }
    },
    returnForCorrection: async ({ tx, subjects, input }) => {
      for (const { id } of subjects)
        await tellLater(tx, "realNameReturned", id, { note: input.note });
    },
  },
};
