import type { Db } from "~/platform/db.server";
import { makeOwner, type Owner, publishAchievement } from "../search/catalogue";

const FAMILIES = 42;

/** Words that no shipped table knows: what a family of listings is called, and what its texts speak of. */
export function familyWord(family: number, kind: "nor" | "tal"): string {
  return `${kind}${String.fromCharCode(97 + (family % 26), 97 + ((family * 7) % 26))}vex`;
}

/** 210 published achievements in families of five, each enough to train and to be asked for. */
export async function publishFamilies(db: Db): Promise<Owner> {
  const owner = await makeOwner(db);
  const rows = Array.from({ length: FAMILIES * 5 }, (_, i) => {
    const name = familyWord(i % FAMILIES, "nor");
    const part = familyWord(i % FAMILIES, "tal");
    return {
      title: `${name} 部件 ${i} 型`,
      description:
        `以 ${part} 为主的第 ${i} 种做法，${part} 与 ${name} 一同使用，可用于设备改造、维修和批量生产；` +
        `已在两家企业试用一年以上，运行稳定，${part} 不需更换。`,
    };
  });
  await Promise.all(rows.map((row) => publishAchievement(db, owner, row)));
  return owner;
}
