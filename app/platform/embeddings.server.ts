import { createHash } from "node:crypto";
import { z } from "zod";
import { EngineUnavailable } from "#search/engine";
import type { VectorSource } from "#search/match/model";
import { normalise } from "#search/match/vectors/encode";
import { getDb } from "./db.server";
import { env } from "./env.server";
import { logger } from "./logger.server";

const BATCH = 64;
const TEXT_LENGTH = 4_000;
const TIMEOUT_MS = 20_000;

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })),
});

/** Name under which vectors from the configured address are kept; null where none is configured. */
export function embeddingVersion(): string | null {
  const { EMBEDDING_URL, EMBEDDING_MODEL, EMBEDDING_DIMENSIONS } = env();
  return EMBEDDING_URL ? `${EMBEDDING_MODEL}@${EMBEDDING_DIMENSIONS}` : null;
}

/** Dimensions that the name of an address's vectors says; null for the name of a table. */
export function embeddingDimensions(version: string): number | null {
  const size = /@(\d+)$/.exec(version)?.[1];
  return size === undefined ? null : Number(size);
}

/**
 * Vectors from an address that speaks the OpenAI form (POST /embeddings with model and input). Texts
 * leave the house: an operator switches it on knowingly. Each text is sent once and then kept.
 */
export function embeddingSource(version: string): VectorSource {
  const { EMBEDDING_DIMENSIONS: dimensions } = env();
  return {
    version,
    dimensions,
    async encode(listings) {
      const texts = listings.map(({ title, text }) => `${title}\n${text}`.slice(0, TEXT_LENGTH));
      const hashes = texts.map((text) => createHash("sha256").update(text).digest("hex"));
      const known = await readKept(version, hashes);
      const missing = [...new Set(hashes.filter((hash) => !known.has(hash)))];
      for (let from = 0; from < missing.length; from += BATCH) {
        const batch = missing.slice(from, from + BATCH);
        const input = batch.map((hash) => texts[hashes.indexOf(hash)] ?? "");
        const vectors = await requestVectors(input, dimensions);
        await keep(version, batch, vectors);
        batch.forEach((hash, i) => {
          const vector = vectors[i];
          if (vector) known.set(hash, vector);
        });
      }
      return hashes.map((hash) => known.get(hash) ?? null);
    },
  };
}

async function readKept(model: string, hashes: string[]): Promise<Map<string, Float32Array>> {
  const rows = await getDb().textVector.findMany({
    where: { model, textHash: { in: hashes } },
    select: { textHash: true, vector: true },
  });
  return new Map(
    rows.map((row) => [row.textHash, new Float32Array(Uint8Array.from(row.vector).buffer)]),
  );
}

async function keep(model: string, hashes: string[], vectors: Float32Array[]): Promise<void> {
  await getDb().textVector.createMany({
    data: hashes.flatMap((textHash, i) => {
      const vector = vectors[i];
      return vector ? [{ model, textHash, vector: new Uint8Array(vector.slice().buffer) }] : [];
    }),
    skipDuplicates: true,
  });
}

/**
 * A failure is one of the engine's, so that pages say that matches are away and jobs try again.
 * @throws EngineUnavailable
 */
async function requestVectors(input: string[], dimensions: number): Promise<Float32Array[]> {
  try {
    return await askAddress(input, dimensions);
  } catch (error) {
    logger.error({ err: error }, "the embedding address gives no vectors");
    throw new EngineUnavailable(error);
  }
}

async function askAddress(input: string[], dimensions: number): Promise<Float32Array[]> {
  const { EMBEDDING_URL, EMBEDDING_KEY, EMBEDDING_MODEL } = env();
  const response = await fetch(`${EMBEDDING_URL?.replace(/\/$/, "")}/embeddings`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(EMBEDDING_KEY ? { Authorization: `Bearer ${EMBEDDING_KEY}` } : {}),
    },
    body: JSON.stringify({ model: EMBEDDING_MODEL, input, dimensions, encoding_format: "float" }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`the embedding address answered ${response.status}`);
  const { data } = answerSchema.parse(await response.json());
  return input.map((_, i) => {
    const embedding = data.find((one) => one.index === i)?.embedding;
    if (embedding?.length !== dimensions) {
      throw new Error(`the embedding address did not give ${dimensions} dimensions`);
    }
    return normalise(Float32Array.from(embedding));
  });
}
