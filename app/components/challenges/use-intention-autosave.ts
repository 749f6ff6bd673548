import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** What the autosave address answers. */
type Answer =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "stale" }
  | { status: "refused" };

export type SaveState = {
  kind: "idle" | "saving" | "saved" | "offline" | "stale" | "refused";
  savedAt: string | null;
};

const QUIET_MS = 1500;
const RETRY_MS = 10_000;

/**
 * Saves the draft while a person writes: after a pause, one request at a time, again after a break of
 * the connection. A draft that a colleague has saved meanwhile stops it.
 */
export function useIntentionAutosave(
  form: RefObject<HTMLFormElement>,
  options: { url: string; revision: number; isOn: boolean },
) {
  const { url, isOn } = options;
  const [state, setState] = useState<SaveState>({ kind: "idle", savedAt: null });
  const work = useRef({ timer: 0, isRunning: false, isDirty: false, revision: options.revision });

  useEffect(() => {
    work.current.revision = options.revision;
    setState({ kind: "idle", savedAt: null });
  }, [options.revision]);

  const save = useCallback(async () => {
    const now = work.current;
    if (!form.current || now.isRunning) return;
    now.isRunning = true;
    now.isDirty = false;
    setState((last) => ({ ...last, kind: "saving" }));
    const body = new FormData(form.current);
    body.set("revision", String(now.revision));
    let wait = QUIET_MS;
    try {
      const response = await fetch(url, { method: "POST", body });
      const answer = (await response.json()) as Answer;
      if (answer.status === "saved") {
        now.revision = answer.revision;
        const field = form.current?.elements.namedItem("revision");
        // The form's own buttons must go out with the revision that this request has made.
        if (field instanceof HTMLInputElement) field.value = String(answer.revision);
        setState({ kind: "saved", savedAt: answer.savedAt });
      } else {
        setState((last) => ({ ...last, kind: answer.status }));
      }
    } catch {
      now.isDirty = true;
      wait = RETRY_MS;
      setState((last) => ({ ...last, kind: "offline" }));
    } finally {
      now.isRunning = false;
    }
    if (now.isDirty) {
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

  /**
   * A pending save must not overtake the form that is being sent; one under way is waited for, so that
   * the form goes out with the revision that it makes.
   */
  const hold = useCallback((event: FormEvent<HTMLFormElement>) => {
    const now = work.current;
    now.isDirty = false;
    window.clearTimeout(now.timer);
    if (!now.isRunning) return;
    event.preventDefault();
    const sender = event.currentTarget;
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const again = () => {
      if (now.isRunning) window.setTimeout(again, 50);
      else sender.requestSubmit(button);
    };
    again();
  }, []);

  useEffect(() => {
    const now = work.current;
    return () => window.clearTimeout(now.timer);
  }, []);

  return { state, touched, hold };
}
