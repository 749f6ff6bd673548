import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { QualityView } from "~/domain/catalogue/wizard-view";

export type AutosaveAnswer =
  | {
      status: "saved" | "partly";
      revision: number;
      savedAt: string;
      errors: Record<string, string[]>;
      quality: QualityView;
    }
  | { status: "stale" };

export type AutosaveState =
  | { kind: "idle" | "saving" | "offline" | "stale" }
  | { kind: "saved" | "invalid"; savedAt: string };

const QUIET_MS = 1500;
const RETRY_MS = 10_000;

type Kept = { at: string; fields: [string, string][] };

function readKept(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null || !("fields" in kept) || !("at" in kept)) {
      return null;
    }
    const { at, fields } = kept;
    return typeof at === "string" && Array.isArray(fields) ? { at, fields } : null;
  } catch {
    return null;
  }
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as [string, string]] : [],
  );
}

/**
 * Saves a form while a person types: quietly after a pause, one request at a time, again after a
 * break of the connection. Until the server has it, the text is kept on the device.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  options: { url: string; storageKey: string; revision: number },
) {
  const { url, storageKey } = options;
  const [state, setState] = useState<AutosaveState>({ kind: "idle" });
  const [answer, setAnswer] = useState<Extract<AutosaveAnswer, { revision: number }> | null>(null);
  const [revision, setRevision] = useState(options.revision);
  const [kept, setKept] = useState<Kept | null>(null);
  const work = useRef({ timer: 0, isRunning: false, isDirty: false, isStale: false, revision });

  useEffect(() => {
    work.current.revision = options.revision;
    setRevision(options.revision);
  }, [options.revision]);

  useEffect(() => setKept(readKept(storageKey)), [storageKey]);

  const save = useCallback(async () => {
    const now = work.current;
    const element = form.current;
    if (!element || now.isRunning || now.isStale) return;
    now.isRunning = true;
    now.isDirty = false;
    setState({ kind: "saving" });
    const body = new FormData(element);
    body.set("revision", String(now.revision));
    try {
      const response = await fetch(url, { method: "POST", body });
      const result = (await response.json()) as AutosaveAnswer;
      if (result.status === "stale") {
        now.isStale = true;
        setState({ kind: "stale" });
      } else {
        now.revision = result.revision;
        setRevision(result.revision);
        setAnswer(result);
        setState({
          kind: result.status === "saved" ? "saved" : "invalid",
          savedAt: result.savedAt,
        });
        if (result.status === "saved" && !now.isDirty) window.localStorage.removeItem(storageKey);
      }
    } catch {
      now.isDirty = true;
      setState({ kind: "offline" });
      window.clearTimeout(now.timer);
      now.timer = window.setTimeout(() => void save(), RETRY_MS);
    } finally {
      now.isRunning = false;
    }
    if (now.isDirty && !now.isStale) {
      window.clearTimeout(now.timer);
      now.timer = window.setTimeout(() => void save(), QUIET_MS);
    }
  }, [form, url, storageKey]);

  const touched = useCallback(() => {
    const now = work.current;
    now.isDirty = true;
    if (form.current) {
      const text: Kept = { at: new Date().toISOString(), fields: fieldsOf(form.current) };
      try {
        window.localStorage.setItem(storageKey, JSON.stringify(text));
      } catch {
        // A full or forbidden storage only takes away the second net.
      }
    }
    window.clearTimeout(now.timer);
    now.timer = window.setTimeout(() => void save(), QUIET_MS);
  }, [form, save, storageKey]);

  useEffect(() => {
    const now = work.current;
    const retry = () => now.isDirty && void save();
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("online", retry);
      window.clearTimeout(now.timer);
    };
  }, [save]);

  /** Waits for the request under way, so that the form goes out with the revision that it made. */
  const settle = useCallback(async (): Promise<number> => {
    const now = work.current;
    window.clearTimeout(now.timer);
    while (now.isRunning) await new Promise((resolve) => window.setTimeout(resolve, 50));
    window.clearTimeout(now.timer);
    return now.revision;
  }, []);

  const forget = useCallback(() => {
    window.localStorage.removeItem(storageKey);
    setKept(null);
  }, [storageKey]);

  return { state, answer, revision, kept, touched, settle, forget };
}
