import type { LicenceKind, SubKind } from "~/domain/shared/tech-contract";
import { type LegalSource, sourceAt } from "./legal-source-rules";

/** Why something is no technology contract; each is a short list of its own in the texts. */
export type NotTechnical =
  | "goods"
  | "right_outside"
  | "survey"
  | "routine"
  | "construction"
  | "commissioned_work"
  | "teaching"
  | "agency"
  | "no_technical_work";

export type QuestionId =
  | "novelty"
  | "research"
  | "workers"
  | "handover"
  | "assignedRight"
  | "licensedRight"
  | "assignedSecrecy"
  | "licensedSecrecy"
  | "licenceKind"
  | "deliverable"
  | "report"
  | "problem"
  | "routineMeans"
  | "preDesign"
  | "trainees"
  | "brokered";

/** What an answer settles; an answer without `next` ends the path. */
export type CategoryAnswer = {
  value: string;
  next?: QuestionId;
  category?: SubKind;
  licenceKind?: LicenceKind;
  notTechnical?: NotTechnical;
};

export type CategoryQuestion = {
  id: QuestionId;
  sources: readonly LegalSource[];
  answers: readonly CategoryAnswer[];
};

const civil = (...at: string[]) => sourceAt("civilCode", ...at);
const interpretation = (...at: string[]) => sourceAt("interpretation", ...at);
const rules = (...at: string[]) => sourceAt("recognitionRules", ...at);

const right = (value: string, category: SubKind, next?: QuestionId): CategoryAnswer =>
  next ? { value, category, next } : { value, category };

/**
 * The decision order of recognition: is something new researched, is an existing right handed
 * over, is a report delivered, is a problem solved, are people trained, are parties brought
 * together. The content of a contract decides, not its name (interpretation art. 42).
 */
export const CATEGORY_QUESTIONS: Record<QuestionId, CategoryQuestion> = {
  novelty: {
    id: "novelty",
    sources: [civil("851"), interpretation("17", "18")],
    answers: [
      { value: "not_yet", next: "research" },
      { value: "practical", next: "workers" },
      { value: "existing", next: "handover" },
    ],
  },
  research: {
    id: "research",
    sources: [interpretation("17"), rules("22", "24")],
    answers: [
      { value: "technology", next: "workers" },
      { value: "small_change", next: "handover" },
      { value: "theory", next: "deliverable" },
    ],
  },
  workers: {
    id: "workers",
    sources: [civil("851", "855"), interpretation("19")],
    answers: [
      { value: "one", category: "11" },
      { value: "both", category: "12" },
    ],
  },
  handover: {
    id: "handover",
    sources: [civil("862", "863", "876"), interpretation("22", "34"), rules("6")],
    answers: [
      { value: "assign", next: "assignedRight" },
      { value: "license", next: "licensedRight" },
      { value: "shares", next: "assignedRight" },
      { value: "public", category: "51" },
      { value: "goods", notTechnical: "goods" },
      { value: "none", next: "deliverable" },
    ],
  },
  assignedRight: {
    id: "assignedRight",
    sources: [civil("862", "863", "876")],
    answers: [
      right("patent", "21"),
      right("application", "22"),
      right("knowhow", "23", "assignedSecrecy"),
      right("software", "24"),
      right("layout", "25"),
      right("plant", "26"),
      right("biomed", "27"),
      { value: "other", notTechnical: "right_outside" },
    ],
  },
  licensedRight: {
    id: "licensedRight",
    sources: [civil("862", "863", "876"), interpretation("29")],
    answers: [
      right("patent", "31", "licenceKind"),
      // Before publication an application is licensed as know-how, after it as a patent.
      right("published_application", "31", "licenceKind"),
      right("unpublished_application", "32", "licenceKind"),
      right("knowhow", "32", "licensedSecrecy"),
      right("software", "33", "licenceKind"),
      right("layout", "34", "licenceKind"),
      right("plant", "35", "licenceKind"),
      right("biomed", "36", "licenceKind"),
      { value: "other", notTechnical: "right_outside" },
    ],
  },
  assignedSecrecy: {
    id: "assignedSecrecy",
    sources: [interpretation("1", "34"), rules("30")],
    answers: [
      { value: "kept", category: "23" },
      { value: "public", category: "51" },
    ],
  },
  licensedSecrecy: {
    id: "licensedSecrecy",
    sources: [interpretation("1", "34"), rules("30")],
    answers: [
      { value: "kept", category: "32", next: "licenceKind" },
      { value: "public", category: "51" },
    ],
  },
  licenceKind: {
    id: "licenceKind",
    sources: [interpretation("25")],
    answers: [
      { value: "exclusive", licenceKind: "EXCLUSIVE" },
      { value: "sole", licenceKind: "SOLE" },
      { value: "non_exclusive", licenceKind: "NON_EXCLUSIVE" },
      { value: "unsaid", licenceKind: "NON_EXCLUSIVE" },
    ],
  },
  deliverable: {
    id: "deliverable",
    sources: [civil("878"), interpretation("36", "38")],
    answers: [
      { value: "report", next: "report" },
      { value: "solution", next: "problem" },
      { value: "training", next: "trainees" },
      { value: "meeting", next: "brokered" },
      { value: "nothing", notTechnical: "no_technical_work" },
    ],
  },
  report: {
    id: "report",
    sources: [civil("878"), rules("38")],
    answers: [
      { value: "technical", category: "40" },
      { value: "social", notTechnical: "survey" },
    ],
  },
  problem: {
    id: "problem",
    sources: [civil("878"), rules("42")],
    answers: [
      { value: "specific", category: "51" },
      { value: "routine", next: "routineMeans" },
      { value: "construction", next: "preDesign" },
      { value: "commissioned", notTechnical: "commissioned_work" },
    ],
  },
  routineMeans: {
    id: "routineMeans",
    sources: [rules("42")],
    answers: [
      { value: "special", category: "51" },
      { value: "plain", notTechnical: "routine" },
    ],
  },
  preDesign: {
    id: "preDesign",
    sources: [civil("878"), rules("36")],
    answers: [
      { value: "independent", category: "40" },
      { value: "part", notTechnical: "construction" },
    ],
  },
  trainees: {
    id: "trainees",
    sources: [interpretation("36"), rules("46")],
    answers: [
      { value: "named", category: "53" },
      { value: "general", notTechnical: "teaching" },
    ],
  },
  brokered: {
    id: "brokered",
    sources: [interpretation("38"), rules("49", "50")],
    answers: [
      { value: "technology", category: "52" },
      { value: "other", notTechnical: "agency" },
    ],
  },
};

export const FIRST_QUESTION: QuestionId = "novelty";
