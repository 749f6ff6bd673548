import { countCodePoints } from "~/domain/catalogue/field-kinds";
import { errorCode } from "~/domain/shared/error-code";
import type { RoadshowRules } from "../events/roadshow-rules-schema";

export type ProjectFault = { field: string; code: string };

type Content = {
  side: string;
  title: string;
  summary: string;
  fieldCodes: readonly string[];
  trl: number | null;
  ipNote: string;
  cooperationWish: string;
  presenterName: string;
  companions: number;
  language: string;
  equipment: readonly string[];
  isOnline: boolean;
};

/** Fields that a project still lacks before it can be handed in. */
export function missingParts(project: Content): string[] {
  const texts = ["title", "summary", "cooperationWish", "presenterName", "language"] as const;
  const missing: string[] = texts.filter((field) => project[field].trim() === "");
  if (project.fieldCodes.length === 0) missing.push("fieldCodes");
  if (project.side === "SUPPLY") {
    if (project.trl === null) missing.push("trl");
    if (project.ipNote.trim() === "") missing.push("ipNote");
  }
  return missing;
}

/** Where a project goes beyond what the event was announced with. */
export function ruleFaults(
  project: Content,
  event: {
    rules: Pick<RoadshowRules, "summaryMax" | "peoplePerFirm">;
    languages: readonly string[];
    format: string;
    equipment: readonly string[];
  },
): ProjectFault[] {
  const faults: ProjectFault[] = [];
  const { summaryMax, peoplePerFirm } = event.rules;
  if (countCodePoints(project.summary) > summaryMax) {
    faults.push({ field: "summary", code: errorCode("too_long", { max: summaryMax }) });
  }
  if (project.companions > peoplePerFirm - 1) {
    const code = errorCode("pitch_companions", { max: peoplePerFirm - 1 });
    faults.push({ field: "companions", code });
  }
  if (project.language !== "" && !event.languages.includes(project.language)) {
    faults.push({ field: "language", code: "not_a_choice" });
  }
  if (project.isOnline !== (event.format === "ONLINE") && event.format !== "BOTH") {
    faults.push({ field: "isOnline", code: "pitch_format" });
  }
  if (project.equipment.some((one) => !event.equipment.includes(one))) {
    faults.push({ field: "equipment", code: "not_a_choice" });
  }
  return faults;
}
