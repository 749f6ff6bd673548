import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, it } from "vitest";
import { nameSigner } from "~/domain/contracts/name-signer.server";
import { requestSignCode } from "~/domain/contracts/request-sign-code.server";
import { sealContract } from "~/domain/contracts/seal-contract.server";
import { signContract } from "~/domain/contracts/sign-contract.server";
import { startSigning } from "~/domain/contracts/start-signing.server";
import {
  lastSignCode,
  makeFinalContract,
  makeTestSealKey,
  signInput,
} from "../../factories/signing";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");
const folder = () => path.join(process.env.DATA_DIR ?? "", "files", "sealed");
const sealedFiles = async () => (await readdir(folder()).catch(() => [])).length;

it("a seal that is killed between its file and its record is made once by the next run", async () => {
  const contract = await makeFinalContract(t.db);
  const contractId = contract.id;
  const { seller, buyer } = contract.deal;
  await makeTestSealKey(t.db);
  for (const actor of [seller, buyer]) {
    await nameSigner({ contractId, userId: actor.userId, capacity: "AGENT" }, actor, t.db);
  }
  await startSigning({ contractId, first: "SUPPLY" }, seller, t.db);
  for (const actor of [seller, buyer]) {
    await requestSignCode({ contractId, by: "MAIL_CODE" }, actor, t.db);
    await signContract(signInput(contract, await lastSignCode(t.db, actor)), actor, t.db);
  }

  // The room's row is held, so that the other process stands where its file is written already.
  const holder = new pg.Client({ connectionString: t.url });
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query(`SELECT id FROM "Deal" WHERE id = $1 FOR UPDATE`, [contract.deal.id]);
  const before = await sealedFiles();
  const script = path.resolve("tests/setup/seal-in-a-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, contractId], {
    env: process.env,
    stdio: "ignore",
  });
  while (child.exitCode === null && (await sealedFiles()) === before) await sleep(20);
  expect(child.exitCode).toBeNull();
  child.kill("SIGKILL");
  await once(child, "exit");
  await holder.query("ROLLBACK");
  await holder.end();

  const left = await t.db.contract.findUniqueOrThrow({ where: { id: contractId } });
  expect(left).toMatchObject({ state: "SIGNING", sealedFileId: null, signedAt: null });
  expect(await t.db.documentSeal.count()).toBe(0);
  expect(await sealContract(contractId, t.db)).toBe("sealed");
  expect(await sealContract(contractId, t.db)).toBe("nothing to do");
  expect(await t.db.documentSeal.count()).toBe(1);
  const moves = await t.db.procedureMove.count({ where: { subjectId: contractId, move: "seal" } });
  expect(moves).toBe(1);
});
