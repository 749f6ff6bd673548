/** Money as text of fen: it travels to pages and into hashes. */
export type Fen = string;

export type OutcomeContract = { id: string; number: number; signedAt: string; state: string };

export type OutcomeRegistration = {
  registrationNo: string;
  officialNo: string | null;
  registeredOn: string | null;
  totalFen: Fen;
  technicalFen: Fen;
};

/** How far a project has come, each step with its day; only what the market itself has on record. */
export type ProjectOutcome = {
  projectId: string;
  number: number;
  title: string;
  side: string;
  state: string;
  organisationName: string;
  meetings: { held: number; firstAt: string | null };
  leads: number;
  rooms: number;
  /** Accepted term sheet in the lead's room, or a row of the signing list that both sides confirmed. */
  intention: { at: string; how: "TERMS" | "SIGNING" } | null;
  contracts: OutcomeContract[];
  registrations: OutcomeRegistration[];
};

export type OutcomeLevel = "MEETINGS" | "INTENTION" | "CONTRACT" | "REGISTERED";

/** The furthest step of a project, or null while nothing has come of it. */
export function levelOf(outcome: ProjectOutcome): OutcomeLevel | null {
  if (outcome.registrations.length > 0) return "REGISTERED";
  if (outcome.contracts.length > 0) return "CONTRACT";
  if (outcome.intention) return "INTENTION";
  return outcome.meetings.held > 0 ? "MEETINGS" : null;
}
