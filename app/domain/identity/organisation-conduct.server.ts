import { calendarDate, dateColumn } from "~/domain/shared/clock";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import type { Tx } from "~/platform/db.server";
import type { Actor } from "./actor";
import { authorityCondition } from "./authority-condition";
import { markOrganisation } from "./mark-organisation.server";
import {
  type OrganisationClock,
  type OrganisationCondition,
  type OrganisationMove,
  type OrganisationRelation,
  type OrganisationState,
  organisationProcedure,
} from "./organisation-procedure";
import { can } from "./permission-rules";
import { type IdentityEvent, tellLater } from "./tell-later.server";
import { checkUscc } from "./uscc-rules";

export type VerifiableOrganisation = {
  id: string;
  state: string;
  legalName: string;
  uscc: string | null;
  usccOverrideReason: string | null;
  legalRepresentative: string | null;
  regionCode: string;
  documentPurposes: readonly string[];
};

async function load(tx: Tx, ids: readonly string[]): Promise<VerifiableOrganisation[]> {
  const rows = await tx.organisation.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      state: true,
      legalName: true,
      uscc: true,
      usccOverrideReason: true,
      legalRepresentative: true,
      regionCode: true,
      verificationDocuments: { select: { purpose: true } },
    },
  });
  return rows.map(({ verificationDocuments, ...row }) => ({
    ...row,
    documentPurposes: verificationDocuments.map((document) => document.purpose),
  }));
}

/** What an actor is to an organisation in its verification. */
export function organisationRelations(
  actor: Actor,
  organisation: { id: string; regionCode: string },
): ReadonlySet<OrganisationRelation> {
  if (actor.kind === "SYSTEM") return new Set<OrganisationRelation>(["market"]);
  const subject = { organisationId: organisation.id, regionCode: organisation.regionCode };
  const relations = new Set<OrganisationRelation>();
  if (can(actor, "organisation.submit", subject)) relations.add("admin");
  if (can(actor, "organisation.verify", subject)) relations.add("reviewer");
  if (can(actor, "organisation.suspend", subject)) relations.add("operator");
  return relations;
}

function tell(event: IdentityEvent): MoveHook<VerifiableOrganisation> {
  return async ({ tx, subjects, input }) => {
    for (const { id } of subjects) await tellLater(tx, event, id, { note: input.note });
  };
}

const writeVerified: MoveHook<VerifiableOrganisation> = async ({ tx, subjects, now }) => {
  const dueAt = await dueInstant(tx, organisationProcedure.clocks.recheck, now);
  // The clock ends at 24:00 of the due date, which is the first instant of the next.
  const dueOn = dateColumn(calendarDate(new Date(dueAt.getTime() - 1)));
  await tx.organisation.updateMany({
    where: { id: { in: subjects.map((subject) => subject.id) } },
    data: { verifiedAt: now, recheckDueOn: dueOn },
  });
};

const clearVerified: MoveHook<VerifiableOrganisation> = async ({ tx, subjects }) => {
  await tx.organisation.updateMany({
    where: { id: { in: subjects.map((subject) => subject.id) } },
    data: { verifiedAt: null, recheckDueOn: null },
  });
};

const LAW = "GB 32100-2015; market rule on documented overrides";

/** The procedure "organisation-verification" carried out on the table of organisations. */
export const organisationConduct: Conduct<
  VerifiableOrganisation,
  OrganisationState,
  OrganisationMove,
  OrganisationRelation,
  OrganisationCondition,
  OrganisationClock
> = {
  procedure: organisationProcedure,
  table: "Organisation",
  load,
  relations: organisationRelations,
  conditions: {
    "facts-complete": ({ subject }) => {
      const missing = subject.uscc === null ? "uscc" : "legalRepresentative";
      const isMet = subject.uscc !== null && Boolean(subject.legalRepresentative);
      return conditionOf(isMet, {
        inputs: { hasCode: subject.uscc !== null, hasHead: Boolean(subject.legalRepresentative) },
        formula: "credit code and legal representative are given",
        source: "market rule: facts of a verified organisation",
        code: missing === "uscc" ? "uscc_required" : "legal_representative_required",
        field: missing,
      });
    },
    "credit-code": ({ subject }) => {
      const check = checkUscc(subject.uscc ?? "");
      const hasOverride =
        Boolean(subject.usccOverrideReason) && subject.documentPurposes.includes("USCC_OVERRIDE");
      const rest = {
        inputs: {
          isWellFormed: check.form === "RIGHT",
          isCheckDigitMet: check.form === "RIGHT" && check.isCheckDigitMet,
          hasOverride,
        },
        formula: "check symbol = symbols[(31 − Σ value·3^i mod 31) mod 31], or documented override",
        source: LAW,
        code: check.form === "RIGHT" ? "uscc_override_document" : "uscc_form",
        field: "uscc",
      };
      if (check.form === "RIGHT" && check.isCheckDigitMet) return conditionOf(true, rest);
      if (check.form === "RIGHT" && hasOverride) return { ...rest, answer: "PERSON_DECIDES" };
      return conditionOf(false, rest);
    },
    "licence-attached": ({ subject }) =>
      conditionOf(subject.documentPurposes.includes("LICENCE"), {
        inputs: { documents: [...subject.documentPurposes] },
        formula: "a licence or certificate of incorporation is attached",
        source: "market rule: level L2 (document seen)",
        code: "licence_required",
      }),
    "not-own-organisation": ({ actor, subject }) => {
      const isOwn =
        actor.kind === "USER" && actor.memberships.some((one) => one.organisationId === subject.id);
      return conditionOf(!isOwn, {
        inputs: { isOwn },
        formula: "the person who decides is not a member",
        source: "market rule: separation of duties",
        code: "own_application",
      });
    },
    authority: ({ input }) => authorityCondition(input),
  },
  before: {
    verify: writeVerified,
    confirmRecheck: writeVerified,
    restore: writeVerified,
    reportChange: clearVerified,
  },
  after: {
    submit: tell("organisationSubmitted"),
    requestRecheck: tell("organisationSubmitted"),
    verify: tell("organisationVerified"),
    confirmRecheck: tell("organisationVerified"),
    restore: tell("organisationVerified"),
    returnForCorrection: tell("organisationReturned"),
    suspend: tell("organisationSuspended"),
    lapse: tell("organisationSuspended"),
    recheckDue: tell("organisationRecheckDue"),
  },
  afterEach: async ({ tx, subjects }) => {
    for (const { id } of subjects) await markOrganisation(tx, id);
  },
};
