import { expect, it, vi } from "vitest";
import { retrainVectors } from "~/jobs/matching/retrain.server";
import { logger } from "~/platform/logger.server";
import { useTestDb } from "../../setup/database";
import { publishFamilies } from "./families";

const t = useTestDb();

it("trains in a process of its own, and not again before the catalogue has changed", async () => {
  await publishFamilies(t.db);
  const info = vi.fn();
  const run = () => retrainVectors({}, { db: t.db, logger: { ...logger, info } });
  await run();
  expect(info).toHaveBeenLastCalledWith(
    expect.objectContaining({ outcome: "kept" }),
    expect.any(String),
  );
  await run();
  expect(info).toHaveBeenLastCalledWith({ outcome: "unchanged" }, expect.any(String));
  expect(await t.db.vectorTable.count()).toBe(1);
}, 180_000);
