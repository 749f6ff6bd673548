import {
  type InputHTMLAttributes,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import type { HighlightSegment } from "./highlight-segments";

export interface Suggestion {
  /** What the search field will hold. */
  value: string;
  label?: string;
  segments?: ReadonlyArray<HighlightSegment>;
  /** Short word on the right: what kind of thing it is. */
  kind?: string;
  /** Goes here instead of searching. */
  to?: string;
}

const pauseMs = 120;

function isSuggestionAnswer(body: unknown): body is { suggestions: Suggestion[] } {
  return (
    typeof body === "object" &&
    body !== null &&
    "suggestions" in body &&
    Array.isArray(body.suggestions)
  );
}

interface SuggestionBox {
  formRef: RefObject<HTMLFormElement>;
  suggestions: ReadonlyArray<Suggestion>;
  active: number;
  open: boolean;
  choose: (index: number) => void;
  inputProps: (listId: string) => InputHTMLAttributes<HTMLInputElement>;
}

/** State and keys of the suggestion list; a failed or late answer is simply no list. */
export function useSuggestions(url: string | undefined): SuggestionBox {
  const formRef = useRef<HTMLFormElement>(null);
  const pending = useRef<{ timer?: ReturnType<typeof setTimeout>; abort?: AbortController }>({});
  const [suggestions, setSuggestions] = useState<ReadonlyArray<Suggestion>>([]);
  const [active, setActive] = useState(-1);

  const close = useCallback(() => {
    clearTimeout(pending.current.timer);
    pending.current.abort?.abort();
    setSuggestions([]);
    setActive(-1);
  }, []);
  useEffect(() => close, [close]);

  const ask = (text: string) => {
    clearTimeout(pending.current.timer);
    pending.current.abort?.abort();
    if (!url || text.trim() === "") {
      close();
      return;
    }
    const abort = new AbortController();
    pending.current.abort = abort;
    pending.current.timer = setTimeout(async () => {
      try {
        const response = await fetch(`${url}?q=${encodeURIComponent(text.trim())}`, {
          signal: abort.signal,
          headers: { Accept: "application/json" },
        });
        const body: unknown = response.ok ? await response.json() : null;
        if (abort.signal.aborted) return;
        setSuggestions(isSuggestionAnswer(body) ? body.suggestions.slice(0, 10) : []);
        setActive(-1);
      } catch {
        // Suggestions are a convenience: without an answer the form still searches.
        if (!abort.signal.aborted) close();
      }
    }, pauseMs);
  };

  const inputOf = () =>
    formRef.current?.querySelector<HTMLInputElement>('input[type="search"]') ?? null;
  const choose = (index: number) => {
    const chosen = suggestions[index];
    const input = inputOf();
    if (!chosen || !input) return;
    close();
    if (chosen.to) {
      window.location.assign(chosen.to);
      return;
    }
    input.value = chosen.value;
    formRef.current?.requestSubmit();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While an input method is composing, arrows and Enter belong to it.
    if (event.nativeEvent.isComposing || suggestions.length === 0) return;
    const last = suggestions.length - 1;
    if (event.key === "ArrowDown") setActive(active >= last ? -1 : active + 1);
    else if (event.key === "ArrowUp") setActive(active < 0 ? last : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) choose(active);
    else return;
    event.preventDefault();
  };

  const open = suggestions.length > 0;
  const inputProps = (listId: string): InputHTMLAttributes<HTMLInputElement> =>
    url
      ? {
          role: "combobox",
          "aria-expanded": open,
          "aria-controls": open ? listId : undefined,
          "aria-autocomplete": "list",
          "aria-activedescendant": active >= 0 ? `${listId}-${active}` : undefined,
          onInput: (event) => {
            const native = event.nativeEvent;
            if (native instanceof InputEvent && native.isComposing) return;
            ask(event.currentTarget.value);
          },
          onCompositionEnd: (event) => ask(event.currentTarget.value),
          onKeyDown,
          onBlur: close,
        }
      : {};

  return { formRef, suggestions, active, open, choose, inputProps };
}
