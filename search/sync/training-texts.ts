import type { PrismaClient } from "#prisma/client/client";
import type { ListingDocument } from "../indexes/listing-document";
import { drawTexts, MAX_CHARACTERS } from "../match/vectors/catalogue-texts";
import type { TrainingText } from "../match/vectors/train";
import { loadReferences } from "./references";
import { countPublic, loadDocuments, nextIds } from "./rows";

const BATCH = 500;

/**
 * Texts to train on: of every public listing what its index document says, and nothing else. Of a very
 * large catalogue a draw is made on the way, so that memory does not grow with it.
 */
export async function loadTrainingTexts(db: PrismaClient): Promise<TrainingText[]> {
  const references = await loadReferences(db);
  let texts: TrainingText[] = [];
  let characters = 0;
  for (const kind of ["achievement", "need"] as const) {
    for (let after: string | null = null; ; ) {
      const ids: string[] = await nextIds(db, kind, after, BATCH);
      if (ids.length === 0) break;
      after = ids[ids.length - 1] ?? null;
      for (const document of await loadDocuments(db, kind, ids, references)) {
        const { title, body } = document as ListingDocument;
        // The keywords stand at the end of the body.
        texts.push({ title, text: body, keywords: [] });
        characters += title.length + body.length;
      }
      if (characters > 2 * MAX_CHARACTERS) {
        texts = drawTexts(texts, MAX_CHARACTERS);
        characters = texts.reduce((sum, one) => sum + one.title.length + one.text.length, 0);
      }
    }
  }
  return texts;
}

/** Listings that are public, and how many of them have changed since an instant. */
export async function countTrainingTexts(
  db: PrismaClient,
  since: Date,
): Promise<{ listings: number; changed: number }> {
  const where = { state: "PUBLISHED", updatedAt: { gt: since } } as const;
  const [achievements, needs, changedAchievements, changedNeeds] = await Promise.all([
    countPublic(db, "achievement"),
    countPublic(db, "need"),
    db.achievement.count({ where }),
    db.need.count({ where }),
  ]);
  return { listings: achievements + needs, changed: changedAchievements + changedNeeds };
}
