import { indexUid, type SearchEngine } from "../../engine";
import { achievementDocument } from "../../indexes/achievements";
import type { ListingRow, References } from "../../indexes/listing-document";
import { needMatchListing } from "../../indexes/needs";
import { encodeDocuments } from "../../sync/encode-documents";
import { createIfMissing, settingsOf } from "../../sync/ensure";
import {
  loadModel,
  sampleEncodings,
  storeStatistics,
  writeModelState,
} from "../../sync/model-state";
import { runTask, submitTask, waitForTasks } from "../../sync/tasks";
import { backgroundOf } from "../background";
import type { MatchSource } from "../rank";
import { CURRENT_RANKER, type Ranker } from "../rankers";
import { StatisticsCollector } from "../statistics";
import type { MatchListing } from "../types";
import type { JudgedNeed, PlainAchievement } from "./judged-files";

const BATCH = 1_000;

/** No code list is needed for bare texts. */
const NO_REFERENCES: References = {
  regionPath: () => [],
  withAncestors: (_list, code) => [code],
  codeName: () => undefined,
  regionName: () => undefined,
  childCodes: () => [],
  withDescendants: (_list, code) => [code],
  provinces: () => [],
};

function bareRow(id: string, title: string): ListingRow & { expiresAt: null } {
  return {
    id,
    number: 0,
    title,
    titleEn: "",
    summary: "",
    keywords: [],
    fieldCodes: [],
    industryCodes: [],
    regionCode: null,
    modes: [],
    isBlinded: true,
    sectionVisibility: null,
    publishedAt: null,
    expiresAt: null,
    organisation: { id: "", legalName: "", englishName: null, kind: "UNIVERSITY", state: "" },
  };
}

/** A need as the product would see it if this were all that its owner had written. */
export function needListing(need: JudgedNeed): MatchListing {
  const row = {
    ...bareRow(need.rid, need.title),
    background: need.content,
    constraints: "",
    budgetKind: "NEGOTIABLE",
    budgetMinFen: null,
    budgetMaxFen: null,
    trlWanted: null,
    deadlineOn: null,
    isOpenChallenge: false,
    targets: [],
  };
  return needMatchListing(row, NO_REFERENCES);
}

function achievementDocumentOf(id: string, one: PlainAchievement) {
  const row = {
    ...bareRow(id, one.title),
    description: one.text,
    advantages: null,
    applications: "",
    cooperationNote: "",
    priceKind: "NEGOTIABLE",
    priceMinFen: null,
    priceMaxFen: null,
    trlDeclared: null,
    trlVerified: null,
    ipRights: [],
  };
  return achievementDocument(row, NO_REFERENCES);
}

/**
 * Indexes achievements the way the product does: words counted over the catalogue, documents encoded
 * by the model, settings of the code. Ids are the places in the list given.
 */
export async function buildScratchIndex(
  engine: SearchEngine,
  achievements: readonly PlainAchievement[],
  ranker: Ranker = CURRENT_RANKER,
): Promise<MatchSource> {
  const documents = achievements.map((one, i) => achievementDocumentOf(String(i), one));
  const collector = new StatisticsCollector();
  for (const document of documents) collector.add(document.title, document.body);
  await storeStatistics(engine, "scratch", collector.finish());
  await writeModelState(engine, "live", { ...(await engine.models.wanted()), stamp: "scratch" });
  const model = await loadModel(engine, "live");
  const uid = indexUid(engine, "achievement");
  await createIfMissing(engine, uid);
  const index = engine.client.index(uid);
  await runTask(engine, index.updateSettings(settingsOf("achievement", model.source.dimensions)));
  const tasks: number[] = [];
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH);
    const sent = await encodeDocuments("achievement", batch, model);
    tasks.push(await submitTask(index.addDocuments(sent, { primaryKey: "id" })));
  }
  await waitForTasks(engine, tasks);
  const background = backgroundOf(await sampleEncodings(engine, "achievement", model), model);
  return { engine, model, ranker, now: Date.now(), background: async () => background };
}
