import { simulateSandbox } from "~/domain/bidding/simulate-sandbox.server";
import { SIMULATION_EXAMPLE, simulationSchema } from "~/domain/bidding/simulate-schema";
import type { SimulationReport } from "~/domain/bidding/simulate-view";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export type SandboxValues = Record<keyof typeof SIMULATION_EXAMPLE, string>;
type SandboxAnswer = {
  status: number;
  title: string;
  description: string;
  values: SandboxValues;
  /** Codes by field; "" is the whole form. */
  errors: Record<string, string[]>;
  report: SimulationReport | null;
  /** The report answers the form as it stands before anybody asked. */
  isExample: boolean;
};

/** Longest value that is taken from the address. */
const MAX_LENGTH = 40;

/** What the sandbox shows: its form, and the answer to it; before anything is asked, to the example. */
export async function loadSandbox(request: Request): Promise<SandboxAnswer> {
  const t = getFixedT(request, ["bidding", "common"]);
  const query = new URL(request.url).searchParams;
  const isAsked = query.has("mode");
  const names = Object.keys(SIMULATION_EXAMPLE) as (keyof SandboxValues)[];
  const values = Object.fromEntries(
    names.map((name) => [
      name,
      isAsked ? (query.get(name) ?? "").slice(0, MAX_LENGTH) : SIMULATION_EXAMPLE[name],
    ]),
  ) as SandboxValues;
  const page = {
    title: `${t("bidding:sandbox.title")} · ${t("common:marketName")}`,
    description: t("bidding:sandbox.lead"),
    values,
    isExample: !isAsked,
  };
  const parsed = simulationSchema.safeParse(values);
  if (!parsed.success) {
    const errors: Record<string, string[]> = {};
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0] ?? "");
      errors[name] = [...(errors[name] ?? []), issue.message];
    }
    return { ...page, status: 400, errors, report: null };
  }
  try {
    const report = await simulateSandbox(parsed.data, getDb());
    return { ...page, status: 200, errors: {}, report };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Nobody asked: the page is whole without the example.
    if (!isAsked) return { ...page, status: 200, errors: {}, report: null };
    const errors = { "": [errorCode(error.code, error.params)] };
    return { ...page, status: error.status, errors, report: null };
  }
}
