/** Texts that a rule of registration rests on; their names are in the `registration` namespace. */
export const LAWS = [
  "civilCode",
  "interpretation",
  "recognitionRules",
  "registrationMeasures",
  "refusalNotice",
  "newerRules",
  "patentLaw",
  "importExport",
  "market",
] as const;

export type Law = (typeof LAWS)[number];

/** One place: a law and its articles or items as they are numbered there. */
export type LegalSource = { law: Law; at: readonly string[] };

export function sourceAt(law: Law, ...at: string[]): LegalSource {
  return { law, at };
}
