// @ts-check
import { checkPdf, checkToken, findToken } from "./offline-verify-rules.js";

// What the stand-alone page does. It is carried as text, after the rules, in one script of that page.

/**
 * @typedef {import("./offline-verify-rules.js").TokenFinding & { isPdf?: boolean }} Finding
 * @typedef {Record<string, Record<string, string>>} Words
 * @typedef {{ keys: import("./offline-verify-rules.js").TrustedKey[], origin: string,
 *   texts: Record<"zh-CN" | "en", { page: Record<string, string>, field: Record<string, string>,
 *   kind: Record<string, string>, status: Record<string, string>, category: Record<string, string> }>,
 *   locale: "zh-CN" | "en" }} PageData
 */

/** @type {(pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null} */
const readQr = /** @type {any} */ (globalThis).jsQR;
const LARGEST_FILE = 40 * 1024 * 1024;
/** A code is found best neither tiny nor huge. */
const WIDTHS = [1200, 800, 2000, 500];

/** @param {string} id */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/** @param {Blob} file @returns {Promise<string>} what the code in a picture says, or "" */
async function readPicture(file) {
  const picture = await createImageBitmap(file);
  for (const width of WIDTHS) {
    const scale = Math.min(1, width / picture.width);
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) return "";
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const found = readQr(data, canvas.width, canvas.height);
    if (found) return found.data;
  }
  return "";
}

/** @param {string} text @param {PageData} data @returns {Promise<Finding>} */
async function checkText(text, data) {
  const token = findToken(text);
  return token ? checkToken(token, data.keys) : { answer: "UNREADABLE", facts: null };
}

/** @param {File} file @param {PageData} data @returns {Promise<Finding>} */
async function checkFile(file, data) {
  if (file.size > LARGEST_FILE) return { answer: "UNREADABLE", facts: null };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isPdf = String.fromCharCode(...bytes.slice(0, 5)) === "%PDF-";
  if (isPdf) return { ...(await checkPdf(bytes, data.keys)), isPdf };
  const text = await readPicture(file).catch(() => "");
  return checkText(text, data);
}

/** @param {string} tag @param {string} text @param {string} [className] */
function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** Fen as yuan with two decimals. @param {number} fen */
function yuan(fen) {
  return (fen / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });
}

/** @param {NonNullable<Finding["facts"]>} facts @param {PageData} data */
function factRows(facts, data) {
  const { page, field, kind, status, category } = data.texts[data.locale];
  const isPaper = facts.kind === "CERTIFICATE";
  const amount = (/** @type {number | null} */ fen) =>
    fen === null ? "" : `${yuan(fen)} ${page.yuan}`;
  return [
    [field.paper, kind[facts.kind] ?? facts.kind],
    [isPaper ? field.number : field.caseNumber, facts.number],
    [field.officialNo, facts.officialNo],
    [field.category, category[facts.category] ?? facts.category],
    [field.project, facts.project],
    [field.seller, facts.seller],
    [field.buyer, facts.buyer],
    [field.total, amount(facts.totalFen)],
    [field.technical, amount(facts.technicalFen)],
    [field.approvedIncome, amount(facts.approvedIncomeFen)],
    [isPaper ? field.decidedOn : field.decidedOnOther, facts.decidedOn],
    [page.statusAtIssue, status[facts.status] ?? facts.status],
    [field.version, String(facts.version)],
    [field.issuer, facts.issuer],
    [page.issuedOn, facts.issuedOn],
  ].filter(([, value]) => value !== "");
}

/** @param {Finding} finding @param {PageData} data */
function showFinding(finding, data) {
  const { page } = data.texts[data.locale];
  const { answer, facts, isPdf } = finding;
  const box = byId("result");
  const detail = isPdf ? (page[`${answer}_PDF`] ?? page[`${answer}_TEXT`]) : page[`${answer}_TEXT`];
  box.replaceChildren(element("p", page[answer] ?? answer, "answer"), element("p", detail ?? ""));
  box.className = `result ${answer === "VALID" ? "good" : answer === "CHANGED" || answer === "OUT_OF_DATE" ? "bad" : "unsure"}`;
  box.hidden = false;
  if (facts) {
    if (facts.kind === "PRECHECK_OPINION") {
      box.append(element("p", page.notCertificate ?? "", "warning"));
    }
    const list = document.createElement("dl");
    for (const [label, value] of factRows(facts, data)) {
      list.append(element("dt", label ?? ""), element("dd", value ?? ""));
    }
    const link = document.createElement("a");
    link.href = `${data.origin}/verify/registrations/${encodeURIComponent(facts.number)}`;
    link.textContent = page.online ?? "";
    link.rel = "noreferrer";
    const hint = element("p", `${page.statusHint} `);
    hint.append(link);
    box.append(list, element("p", page.compare ?? ""), hint);
  }
  box.focus();
}

/** @param {PageData} data */
function showTexts(data) {
  const { page } = data.texts[data.locale];
  document.documentElement.lang = data.locale;
  document.title = page.title ?? "";
  for (const name of ["title", "lead", "madeOn", "language", "pasteLabel", "pasteHint", "check"]) {
    byId(name).textContent = page[name] ?? "";
  }
  for (const name of ["fileLabel", "fileHint"]) byId(name).textContent = page[name] ?? "";
}

/** Puts the page into motion. @param {PageData} data */
function start(data) {
  /** @type {Finding | null} */
  let last = null;
  const show = (/** @type {Promise<Finding>} */ work) => {
    const box = byId("result");
    box.hidden = false;
    box.className = "result";
    box.textContent = data.texts[data.locale].page.working ?? "";
    work
      .catch(() => /** @type {Finding} */ ({ answer: "UNREADABLE", facts: null }))
      .then((finding) => {
        last = finding;
        showFinding(finding, data);
      });
  };
  const paste = /** @type {HTMLTextAreaElement} */ (byId("paste"));
  const file = /** @type {HTMLInputElement} */ (byId("file"));
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    show(checkText(paste.value, data));
  });
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) show(checkFile(chosen, data));
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped) show(checkFile(dropped, data));
  });
  document.addEventListener("paste", (event) => {
    const [picture] = event.clipboardData?.files ?? [];
    if (picture) show(checkFile(picture, data));
  });
  byId("language").addEventListener("click", () => {
    data.locale = data.locale === "en" ? "zh-CN" : "en";
    showTexts(data);
    if (last) showFinding(last, data);
  });
  showTexts(data);
  if (!globalThis.crypto?.subtle) {
    const { page } = data.texts[data.locale];
    const box = byId("result");
    box.hidden = false;
    box.className = "result unsure";
    box.replaceChildren(
      element("p", page.NO_SUPPORT ?? "", "answer"),
      element("p", page.NO_SUPPORT_TEXT ?? ""),
    );
  }
  if (location.hash.length > 1) {
    paste.value = location.hash.slice(1);
    show(checkText(paste.value, data));
  }
}

start({
  ...JSON.parse(byId("data").textContent ?? "{}"),
  locale: navigator.language.startsWith("zh") ? "zh-CN" : "en",
});
