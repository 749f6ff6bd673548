import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "./alert";
import { Icon } from "./icon";
import type { Tone } from "./tone";
import { useHydrated } from "./use-hydrated";

export interface FlashMessage {
  id: string;
  tone?: Tone;
  text: string;
}

/** What the last action did. Stays until closed or the next page: nobody has to read in a hurry. */
export function FlashRegion({ messages }: { messages: ReadonlyArray<FlashMessage> }) {
  const { t } = useTranslation("ui");
  const live = useHydrated();
  const [closed, setClosed] = useState<ReadonlyArray<string>>([]);
  const empty = messages.length === 0;
  useEffect(() => {
    // The same sentence may come again later: forget what was closed once the page has none.
    if (empty) setClosed([]);
  }, [empty]);
  const shown = messages.filter((message) => !closed.includes(message.id));
  return (
    <div role="status" className="no-print space-y-3 not-empty:py-3">
      {shown.map((message) => (
        <Alert key={message.id} tone={message.tone ?? "success"}>
          <span className="flex items-start justify-between gap-3">
            <span>{message.text}</span>
            {live && (
              <button
                type="button"
                aria-label={t("flash.close")}
                onClick={() => setClosed([...closed, message.id])}
                className="-my-0.5 inline-flex size-7 shrink-0 items-center justify-center rounded-sm hover:bg-black/5"
              >
                <Icon name="close" size={16} />
              </button>
            )}
          </span>
        </Alert>
      ))}
    </div>
  );
}
