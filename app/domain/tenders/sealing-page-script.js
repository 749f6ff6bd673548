// @ts-check
import { plainText, sealBid } from "./sealing-rules.js";
import { SealingError, sha256Hex, toBase64Url } from "./secret-sharing-rules.js";

// What the page for sealing away from the market does. It is carried as text, after the rules.

/**
 * @typedef {{ call: import("./sealing-rules.js").SealingCall, number: number,
 *   criteria: { id: string, title: string, guidance: string }[], ceilingFen: string | null,
 *   room: number, mostFiles: number,
 *   texts: Record<string, string>, bad: Record<string, string>, errors: Record<string, string> }} PageData
 */

/** @param {string} id */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/** @param {string} id */
const typed = (id) => /** @type {HTMLInputElement} */ (byId(id)).value.trim().normalize("NFKC");

/** @param {string} text yuan as typed @returns {bigint | null} fen */
function fenOf(text) {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,\s¥元]/g, ""));
  if (!match) return null;
  return BigInt(match[1] ?? "0") * 100n + BigInt((match[2] ?? "").padEnd(2, "0"));
}

/** @param {string} name @param {string} text */
function save(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** @param {PageData} data */
async function readAttachments(data) {
  const input = /** @type {HTMLInputElement} */ (byId("attachments"));
  const files = [...(input.files ?? [])];
  if (files.length > data.mostFiles) return null;
  const attachments = [];
  let room = data.room;
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const base = {
      name: plainText(file.name, 200),
      sha256: await sha256Hex(bytes),
      sizeBytes: bytes.length,
    };
    const isInside = bytes.length <= room;
    if (isInside) room -= bytes.length;
    attachments.push(isInside ? { ...base, data: toBase64Url(bytes) } : base);
  }
  return attachments;
}

/** @param {PageData} data @returns {Promise<object | string>} the content, or key of what is wrong */
async function readFields(data) {
  const priceFen = fenOf(typed("price"));
  if (priceFen === null || priceFen <= 0n) return "price";
  if (data.ceilingFen !== null && priceFen > BigInt(data.ceilingFen)) return "ceiling";
  const durationDays = Number(typed("days"));
  if (!Number.isInteger(durationDays) || durationDays < 1 || durationDays > 36_500) return "days";
  const answers = data.criteria.map(({ id }) => ({
    criterionId: id,
    text: plainText(/** @type {HTMLTextAreaElement} */ (byId(`answer-${id}`)).value.trim(), 5000),
  }));
  if (answers.some((one) => one.text === "")) return "answer";
  const attachments = await readAttachments(data);
  if (attachments === null) return "tooMany";
  const statement = /** @type {HTMLTextAreaElement} */ (byId("statement")).value.trim();
  return {
    priceFen: priceFen.toString(),
    durationDays,
    answers,
    statement: plainText(statement, 3000),
    attachments,
  };
}

/** @param {PageData} data */
async function seal(data) {
  const answer = byId("answer");
  answer.hidden = false;
  answer.textContent = data.texts.sealing ?? "";
  try {
    const content = await readFields(data);
    if (typeof content === "string") {
      answer.textContent = data.bad[content] ?? content;
      return;
    }
    const { envelope, nonce } = await sealBid(content, data.call);
    const copy = {
      format: "gm-bid-copy/1",
      tenderId: data.call.tenderId,
      commitment: envelope.commitment,
      nonce,
      content,
    };
    save(`tender-${data.number}-sealed-bid.json`, JSON.stringify(envelope));
    save(`tender-${data.number}-own-copy.json`, JSON.stringify(copy, null, 2));
    answer.textContent = data.texts.offlineDone ?? "";
  } catch (error) {
    const code = error instanceof SealingError ? error.code : "other";
    answer.textContent = data.errors[code] ?? data.errors.other ?? code;
  }
}

const pageData = /** @type {PageData} */ (JSON.parse(byId("data").textContent ?? "{}"));
byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  void seal(pageData);
});
if (!globalThis.crypto?.subtle) {
  byId("answer").hidden = false;
  byId("answer").textContent = pageData.errors.other ?? "";
}
