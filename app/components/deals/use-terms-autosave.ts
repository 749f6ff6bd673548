import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { TermIssue } from "~/domain/deals/terms-consistency-rules";

/** What the autosave address answers. */
export type TermsSaveAnswer =
  | { status: "saved"; revision: number; savedAt: string; issues: TermIssue[] }
  | { status: "stale" };

export type TermsSaveState = {
  kind: "idle" | "saving" | "saved" | "offline" | "stale";
  savedAt: string | null;
};

const QUIET_MS = 1500;
const RETRY_MS = 10_000;

/**
 * Saves the form while a person writes: after a pause, one request at a time, again after a break of
 * the connection. A draft that a colleague has saved meanwhile stops it.
 */
export function useTermsAutosave(
  form: RefObject<HTMLFormElement>,
  options: { url: string; revision: number; savedAt: string | null },
) {
  const { url } = options;
  const [state, setState] = useState<TermsSaveState>({ kind: "idle", savedAt: options.savedAt });
  const [issues, setIssues] = useState<TermIssue[] | null>(null);
  const work = useRef({
    timer: 0,
    isRunning: false,
    isDirty: false,
    isStale: false,
    revision: options.revision,
  });

  useEffect(() => {
    work.current.revision = options.revision;
    work.current.isStale = false;
    setIssues(null);
  }, [options.revision]);

  const save = useCallback(async () => {
    const now = work.current;
    if (!form.current || now.isRunning || now.isStale) return;
    now.isRunning = true;
    now.isDirty = false;
    setState((last) => ({ ...last, kind: "saving" }));
    const body = new FormData(form.current);
    body.set("revision", String(now.revision));
    let wait = QUIET_MS;
    try {
      const response = await fetch(url, { method: "POST", body });
      const answer = (await response.json()) as TermsSaveAnswer;
      if (answer.status === "stale") {
        now.isStale = true;
        setState((last) => ({ ...last, kind: "stale" }));
      } else {
        now.revision = answer.revision;
        setIssues(answer.issues);
        setState({ kind: "saved", savedAt: answer.savedAt });
      }
    } catch {
      now.isDirty = true;
      wait = RETRY_MS;
      setState((last) => ({ ...last, kind: "offline" }));
    } finally {
      now.isRunning = false;
    }
    if (now.isDirty && !now.isStale) {
      window.clearTimeout(now.timer);
      now.timer = window.setTimeout(() => void save(), wait);
    }
  }, [form, url]);

  const touched = useCallback(() => {
    const now = work.current;
    now.isDirty = true;
    window.clearTimeout(now.timer);
    now.timer = window.setTimeout(() => void save(), QUIET_MS);
  }, [save]);

  useEffect(() => {
    const now = work.current;
    return () => window.clearTimeout(now.timer);
  }, []);

  /** Waits for the request under way, so that the form goes out with the revision that it made. */
  const settle = useCallback(async (): Promise<number> => {
    const now = work.current;
    window.clearTimeout(now.timer);
    while (now.isRunning) await new Promise((resolve) => window.setTimeout(resolve, 50));
    window.clearTimeout(now.timer);
    now.isDirty = false;
    return now.revision;
  }, []);

  return { state, issues, touched, settle };
}
