import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";

const KEPT_MS = 30 * 86_400_000;

/**
 * Deletes the files of tables that were retired more than thirty days ago, and what a killed training
 * left behind: a row that names a file and never came to be kept. Only while no training runs.
 */
export async function removeOldTables(db: Db): Promise<void> {
  const storage = getStorage();
  const [retired, unfinished] = await Promise.all([
    db.vectorTable.findMany({
      where: {
        isKept: true,
        retiredAt: { lt: new Date(clock.now().getTime() - KEPT_MS) },
        storageKey: { not: "" },
      },
      select: { version: true, storageKey: true },
    }),
    db.vectorTable.findMany({
      where: { isKept: false, storageKey: { not: "" } },
      select: { version: true, storageKey: true },
    }),
  ]);
  for (const { version, storageKey } of retired) {
    await storage.deleteFile(storageKey);
    await db.vectorTable.update({ where: { version }, data: { storageKey: "" } });
  }
  for (const { version, storageKey } of unfinished) {
    await storage.deleteFile(storageKey);
    await db.vectorTable.delete({ where: { version } });
  }
}
