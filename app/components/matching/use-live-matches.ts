import { useEffect, useState } from "react";
import { PREVIEW_PAUSE_MS, type PreviewView } from "~/domain/matching/preview-view";

export type LiveState = { view: PreviewView; isUpdating: boolean; isTooOften: boolean };

/**
 * Follows a form: after each pause in typing its fields are sent to `url`, and an answer that has been
 * overtaken by more typing is dropped. A plain request, because a form post of the framework would load
 * the whole page's data again at every pause.
 */
export function useLiveMatches(saved: PreviewView, url: string, formId: string): LiveState {
  const [state, setState] = useState<LiveState>({
    view: saved,
    isUpdating: false,
    isTooOften: false,
  });

  useEffect(() => setState({ view: saved, isUpdating: false, isTooOften: false }), [saved]);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    let timer = 0;
    let request: AbortController | null = null;
    const look = async () => {
      const own = new AbortController();
      request = own;
      setState((now) => ({ ...now, isUpdating: true }));
      try {
        const body = new FormData(form);
        const response = await fetch(url, { method: "POST", body, signal: own.signal });
        if (response.ok) {
          const view = (await response.json()) as PreviewView;
          if (!own.signal.aborted) setState({ view, isUpdating: false, isTooOften: false });
          return;
        }
        const isTooOften = response.status === 429;
        setState((now) => ({ ...now, isUpdating: false, isTooOften }));
      } catch {
        // Overtaken, or the connection is gone: what is shown stays.
        if (!own.signal.aborted) setState((now) => ({ ...now, isUpdating: false }));
      }
    };
    const touched = () => {
      window.clearTimeout(timer);
      request?.abort();
      timer = window.setTimeout(() => void look(), PREVIEW_PAUSE_MS);
    };
    form.addEventListener("input", touched);
    return () => {
      form.removeEventListener("input", touched);
      window.clearTimeout(timer);
      request?.abort();
    };
  }, [url, formId]);

  return state;
}
