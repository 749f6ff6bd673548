import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** What an autosave address answers. */
export type AutosaveAnswer =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "stale" }
  | { status: "refused" };

export type AutosaveState = {
  kind: "idle" | "saving" | "saved" | "offline" | "stale" | "refused";
  savedAt: string | null;
};

const QUIET_MS = 1500;
const RETRY_MS = 10_000;
const WAIT_MS = 50;

/**
 * Saves a form while a person writes: after a pause, one request at a time, again after a break of the
 * connection. A draft that a colleague has saved meanwhile stops it until the page has the newer one.
 * @param options.onAnswer told of what a saved draft was answered, beside its revision
 */
export function useAutosave<Answer extends AutosaveAnswer>(
  form: RefObject<HTMLFormElement>,
  options: {
    url: string;
    revision: number;
    savedAt?: string | null;
    isOn?: boolean;
    onAnswer?: (answer: Answer) => void;
  },
) {
  const { url, revision, savedAt = null, isOn = true } = options;
  const [state, setState] = useState<AutosaveState>({ kind: "idle", savedAt });
  const work = useRef({ timer: 0, isRunning: false, isDirty: false, isStale: false, revision });
  const onAnswer = useRef(options.onAnswer);
  onAnswer.current = options.onAnswer;

  useEffect(() => {
    work.current.revision = revision;
    work.current.isStale = false;
    setState({ kind: "idle", savedAt });
  }, [revision, savedAt]);

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
      const answer = (await response.json()) as Answer;
      onAnswer.current?.(answer);
      if (answer.status === "saved") {
        now.revision = answer.revision;
        const field = form.current?.elements.namedItem("revision");
        // The form's own buttons must go out with the revision that this request has made.
        if (field instanceof HTMLInputElement) field.value = String(answer.revision);
        setState({ kind: "saved", savedAt: answer.savedAt });
      } else {
        now.isStale = answer.status === "stale";
        const kind = answer.status;
        setState((last) => ({ ...last, kind }));
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
    if (!isOn) return;
    const now = work.current;
    now.isDirty = true;
    window.clearTimeout(now.timer);
    now.timer = window.setTimeout(() => void save(), QUIET_MS);
  }, [isOn, save]);

  useEffect(() => {
    const now = work.current;
    return () => window.clearTimeout(now.timer);
  }, []);

  /** Waits for the request under way, so that the form goes out with the revision that it made. */
  const settle = useCallback(async (): Promise<number> => {
    const now = work.current;
    window.clearTimeout(now.timer);
    while (now.isRunning) await new Promise((resolve) => window.setTimeout(resolve, WAIT_MS));
    window.clearTimeout(now.timer);
    now.isDirty = false;
    return now.revision;
  }, []);

  /** The same for a form that the browser sends: its sending waits, and goes on with the same button. */
  const hold = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      const isRunning = work.current.isRunning;
      const sender = event.currentTarget;
      const button = (event.nativeEvent as SubmitEvent).submitter;
      if (isRunning) event.preventDefault();
      void settle().then(() => isRunning && sender.requestSubmit(button));
    },
    [settle],
  );

  return { state, touched, settle, hold };
}
