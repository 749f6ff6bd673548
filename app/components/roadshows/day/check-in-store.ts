import { CODE_HASH_LENGTH, readScannedCode } from "~/domain/roadshows/day/check-in-rules";
import type { Scan } from "~/domain/roadshows/day/check-in-schema";
import type { CheckInList } from "~/domain/roadshows/day/check-in-view";

/** What a device keeps of one event: the list, and scans that wait to be sent. */
export type CheckInStore = {
  list: CheckInList | null;
  queue: Scan[];
  /** Refused by the server, kept until somebody has read them. */
  refused: RefusedScan[];
  deviceId: string;
};

export type RefusedScan = {
  scanId: string;
  participantId?: string;
  name: string;
  code: string;
  at: string;
};

const keyOf = (roadshowId: string) => `check-in:${roadshowId}`;

export function readStore(roadshowId: string): CheckInStore {
  const fresh: CheckInStore = { list: null, queue: [], refused: [], deviceId: newScanId() };
  try {
    const text = window.localStorage.getItem(keyOf(roadshowId));
    if (!text) return fresh;
    const stored = JSON.parse(text) as Partial<CheckInStore>;
    return { ...fresh, ...stored };
  } catch {
    // Storage is full, forbidden or broken: the open page still works from its memory.
    return fresh;
  }
}

/** @returns whether the device keeps it; without, the page's memory is all there is */
export function writeStore(roadshowId: string, store: CheckInStore): boolean {
  try {
    window.localStorage.setItem(keyOf(roadshowId), JSON.stringify(store));
    return true;
  } catch {
    return false;
  }
}

/** Hears of what other tabs write. @returns stops listening */
export function onStoreWritten(roadshowId: string, listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === keyOf(roadshowId)) listener();
  };
  window.addEventListener("storage", onStorage);
  return () => window.removeEventListener("storage", onStorage);
}

export function forgetStore(roadshowId: string): void {
  try {
    window.localStorage.removeItem(keyOf(roadshowId));
  } catch {
    // Nothing is kept where storage is forbidden.
  }
}

/** A random id also where `crypto.randomUUID` is missing: on addresses without https. */
export function newScanId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/** Hash of a scanned code, or null where the browser has no digest (no https). */
export async function hashScanned(text: string): Promise<string | null> {
  if (!crypto.subtle) return null;
  const bytes = new TextEncoder().encode(readScannedCode(text));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = [...digest].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.slice(0, CODE_HASH_LENGTH);
}
