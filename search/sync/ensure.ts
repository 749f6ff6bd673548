import { createHash } from "node:crypto";
import { MeilisearchApiError, type Settings } from "meilisearch";
import type { PrismaClient } from "#prisma/client/client";
import {
  askEngine,
  indexUid,
  isListingKind,
  SEARCH_KINDS,
  type SearchEngine,
  type SearchKind,
} from "../engine";
import { achievementSettings } from "../indexes/achievements";
import { brokerSettings } from "../indexes/brokers";
import { vectorSettings } from "../indexes/listing-settings";
import { needSettings } from "../indexes/needs";
import { organisationSettings } from "../indexes/organisations";
import { initialState, loadModel, readModelState, writeModelState } from "./model-state";
import { countPublic } from "./rows";
import { readState, writeState } from "./state";
import { rebuildUid, runTask } from "./tasks";

const SETTINGS: Record<SearchKind, Settings> = {
  achievement: achievementSettings,
  need: needSettings,
  organisation: organisationSettings,
  broker: brokerSettings,
};

const ABANDONED_MS = 6 * 3_600_000;

export interface EnsureResult {
  /** Kinds whose settings were sent because they differed from the code. */
  readonly updated: readonly SearchKind[];
  /** Kinds that are empty although PostgreSQL has rows: the engine lost its folder or is new. */
  readonly empty: readonly SearchKind[];
}

/** Settings of an index whose vectors have so many dimensions. */
export function settingsOf(kind: SearchKind, dimensions: number): Settings {
  return isListingKind(kind)
    ? { ...SETTINGS[kind], ...vectorSettings(dimensions) }
    : SETTINGS[kind];
}

/** Notes that an index has the settings of the code. */
export async function noteSettings(
  engine: SearchEngine,
  kind: SearchKind,
  dimensions: number,
): Promise<void> {
  await writeState(engine, `settings-${kind}`, hashOf(kind, dimensions));
}

function hashOf(kind: SearchKind, dimensions: number): string {
  return createHash("sha256")
    .update(JSON.stringify(settingsOf(kind, dimensions)))
    .digest("hex");
}

/**
 * Creates what is missing and brings settings up to the code; does nothing when all is as it should
 * be, so every start may call it. Removes the half-built index of a rebuild that was killed.
 */
export async function ensureIndexes(db: PrismaClient, engine: SearchEngine): Promise<EnsureResult> {
  return askEngine(async () => {
    const updated: SearchKind[] = [];
    const empty: SearchKind[] = [];
    const dimensions = await dimensionsOf(engine);
    for (const kind of SEARCH_KINDS) {
      const uid = indexUid(engine, kind);
      const isNew = await createIfMissing(engine, uid);
      const stats = await engine.client.index(uid).getStats();
      const hasVectors = dimensions !== null || stats.numberOfDocuments === 0;
      if (!isListingKind(kind) || hasVectors) {
        const size = dimensions ?? (await loadModel(engine, "live")).source.dimensions;
        if (await bringSettings(engine, kind, uid, isNew, size)) updated.push(kind);
      }
      if (stats.numberOfDocuments === 0 && (await countPublic(db, kind)) > 0) empty.push(kind);
      await dropAbandoned(engine, rebuildUid(engine, kind));
    }
    if (dimensions === null && empty.length + updated.length > 0 && (await isBare(engine))) {
      await writeModelState(engine, "live", await initialState(engine));
    }
    return { updated, empty };
  });
}

/** Dimensions of the vectors in the index; null when no model was noted: it is new, or older than vectors. */
async function dimensionsOf(engine: SearchEngine): Promise<number | null> {
  if ((await readModelState(engine, "live")) === null) return null;
  return (await loadModel(engine, "live")).source.dimensions;
}

async function isBare(engine: SearchEngine): Promise<boolean> {
  for (const kind of ["achievement", "need"] as const) {
    const stats = await engine.client.index(indexUid(engine, kind)).getStats();
    if (stats.numberOfDocuments > 0) return false;
  }
  return true;
}

/** @returns whether it was created now */
export async function createIfMissing(engine: SearchEngine, uid: string): Promise<boolean> {
  if ((await findIndex(engine, uid)) !== null) return false;
  await runTask(engine, engine.client.createIndex(uid, { primaryKey: "id" }));
  return true;
}

async function findIndex(engine: SearchEngine, uid: string): Promise<{ createdAt: Date } | null> {
  try {
    const index = await engine.client.getRawIndex(uid);
    return { createdAt: new Date(index.createdAt) };
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === "index_not_found")
      return null;
    throw error;
  }
}

async function bringSettings(
  engine: SearchEngine,
  kind: SearchKind,
  uid: string,
  isNew: boolean,
  dimensions: number,
): Promise<boolean> {
  const noted = await readState(engine, `settings-${kind}`);
  if (!isNew && noted === hashOf(kind, dimensions)) return false;
  await runTask(engine, engine.client.index(uid).updateSettings(settingsOf(kind, dimensions)));
  await noteSettings(engine, kind, dimensions);
  return true;
}

async function dropAbandoned(engine: SearchEngine, uid: string): Promise<void> {
  const index = await findIndex(engine, uid);
  if (index === null || Date.now() - index.createdAt.getTime() < ABANDONED_MS) return;
  await runTask(engine, engine.client.deleteIndex(uid));
}
