import { z } from "zod";
import type { JsonValue } from "~/domain/audit/canonical-json";
import { type DossierFacts, dossierFactsSchema } from "./dossier-facts-schema";

/** Facts as JSON: amounts are decimal texts, the registrar's findings are kept elsewhere. */
export function toStoredFacts({ findings: _, ...facts }: DossierFacts): {
  [key: string]: JsonValue;
} {
  return JSON.parse(
    JSON.stringify(facts, (_key, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    ),
  );
}

const fen = z
  .string()
  .regex(/^\d+$/)
  .transform((text) => BigInt(text));
const amounts = z.looseObject({
  totalFen: fen.nullable(),
  technicalFen: fen.nullable(),
  approvedIncomeFen: fen.nullable(),
  nonTechnical: z.array(z.looseObject({ amountFen: fen })),
  instalmentsFen: z.array(fen),
});

/** @throws ZodError for JSON that was not stored by `toStoredFacts` */
export function readStoredFacts(json: unknown): DossierFacts {
  const { amounts: stored, ...rest } = z.looseObject({ amounts }).parse(json);
  return dossierFactsSchema.parse({ ...rest, amounts: stored });
}
