import { createHash } from "node:crypto";
import { MeilisearchApiError, type Settings } from "meilisearch";
import type { PrismaClient } from "#prisma/client/client";
import { askEngine, indexUid, SEARCH_KINDS, type SearchEngine, type SearchKind } from "../engine";
import { achievementSettings } from "../indexes/achievements";
import { needSettings } from "../indexes/needs";
import { organisationSettings } from "../indexes/organisations";
import { countPublic } from "./rows";
import { readState, writeState } from "./state";
import { rebuildUid, runTask } from "./tasks";

const SETTINGS: Record<SearchKind, Settings> = {
  achievement: achievementSettings,
  need: needSettings,
  organisation: organisationSettings,
};

const ABANDONED_MS = 6 * 3_600_000;

export interface EnsureResult {
  /** Kinds whose settings were sent because they differed from the code. */
  readonly updated: readonly SearchKind[];
  /** Kinds that are empty although PostgreSQL has rows: the engine lost its folder or is new. */
  readonly empty: readonly SearchKind[];
}

export function settingsOf(kind: SearchKind): Settings {
  return SETTINGS[kind];
}

/**
 * Creates what is missing and brings settings up to the code; does nothing when all is as it should
 * be, so every start may call it. Removes the half-built index of a rebuild that was killed.
 */
export async function ensureIndexes(db: PrismaClient, engine: SearchEngine): Promise<EnsureResult> {
  return askEngine(async () => {
    const updated: SearchKind[] = [];
    const empty: SearchKind[] = [];
    for (const kind of SEARCH_KINDS) {
      const uid = indexUid(engine, kind);
      const isNew = await createIfMissing(engine, uid);
      if (await bringSettings(engine, kind, uid, isNew)) updated.push(kind);
      const stats = await engine.client.index(uid).getStats();
      if (stats.numberOfDocuments === 0 && (await countPublic(db, kind)) > 0) empty.push(kind);
      await dropAbandoned(engine, rebuildUid(engine, kind));
    }
    return { updated, empty };
  });
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
): Promise<boolean> {
  const hash = createHash("sha256").update(JSON.stringify(SETTINGS[kind])).digest("hex");
  const key = `settings-${kind}`;
  if (!isNew && (await readState(engine, key)) === hash) return false;
  await runTask(engine, engine.client.index(uid).updateSettings(SETTINGS[kind]));
  await writeState(engine, key, hash);
  return true;
}

async function dropAbandoned(engine: SearchEngine, uid: string): Promise<void> {
  const index = await findIndex(engine, uid);
  if (index === null || Date.now() - index.createdAt.getTime() < ABANDONED_MS) return;
  await runTask(engine, engine.client.deleteIndex(uid));
}
