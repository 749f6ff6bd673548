import { sealContract } from "~/domain/contracts/seal-contract.server";
import { getDb } from "~/platform/db.server";

/** Seals one contract in a process of its own, for tests that kill it in the middle. */
const [contractId] = process.argv.slice(2);
if (!contractId) throw new Error("no contract was named");
await sealContract(contractId, getDb());
process.exit(0);
