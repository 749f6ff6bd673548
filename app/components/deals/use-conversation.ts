import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { RoomConversation, RoomMessage, RoomReader } from "~/domain/deals/deal-message-view";
import { useRoomLink } from "./use-room-link";

/** A message on its way. The form's key makes a second try the same message. */
export type Outgoing = {
  clientKey: string;
  body: string;
  fileName: string | null;
  isFailed: boolean;
};

type Answer = { messages: RoomMessage[]; hasMore: boolean };

/**
 * The conversation as it is on the screen: what the page was loaded with and what has come since. A
 * gap is filled from the server, so that nothing is lost while the line was down.
 */
export function useConversation(dealId: string, loaded: RoomConversation) {
  const link = useRoomLink();
  const path = `/desk/deals/${dealId}/messages`;
  const [fresh, setFresh] = useState<RoomMessage[]>([]);
  const [marks, setMarks] = useState<Record<string, number>>({});
  const [outgoing, setOutgoing] = useState<Outgoing[]>([]);
  const forms = useRef(new Map<string, FormData>());
  const messages = useMemo(() => merge(loaded.messages, fresh), [loaded.messages, fresh]);
  const last = messages.at(-1)?.sequence ?? 0;
  const shown = useRef(last);
  shown.current = Math.max(shown.current, last);
  const isCatchingUp = useRef(false);
  const isNewest = !loaded.hasNewer;

  const catchUp = useCallback(async () => {
    if (isCatchingUp.current) return;
    isCatchingUp.current = true;
    try {
      for (let hasMore = true; hasMore; ) {
        const response = await fetch(`${path}?after=${shown.current}`);
        if (!response.ok) return;
        const answer = (await response.json()) as Answer;
        const newest = answer.messages.at(-1)?.sequence;
        if (newest === undefined) return;
        shown.current = Math.max(shown.current, newest);
        setFresh((before) => [...before, ...answer.messages]);
        hasMore = answer.hasMore;
      }
    } catch {
      // The line is down; the next connection asks again.
    } finally {
      isCatchingUp.current = false;
    }
  }, [path]);

  const { listen, markRead } = link;
  useEffect(() => {
    if (!isNewest) return;
    return listen((news) => {
      if (news.kind === "read") {
        setMarks((before) => ({ ...before, [news.userId]: news.sequence }));
      } else if (news.kind === "standing") {
        if (news.sequence > shown.current) void catchUp();
      } else if (news.message.sequence === shown.current + 1) {
        shown.current = news.message.sequence;
        setFresh((before) => [...before, news.message]);
      } else if (news.message.sequence > shown.current) void catchUp();
    });
  }, [listen, catchUp, isNewest]);

  // Read is what stands on a screen that somebody looks at.
  useEffect(() => {
    if (!isNewest || last === 0) return;
    const tell = () => document.visibilityState === "visible" && markRead(last);
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [last, markRead, isNewest]);

  const post = useCallback(
    async (clientKey: string) => {
      const body = forms.current.get(clientKey);
      if (!body) return;
      const set = (isFailed: boolean) =>
        setOutgoing((before) =>
          before.map((one) => (one.clientKey === clientKey ? { ...one, isFailed } : one)),
        );
      set(false);
      try {
        const response = await fetch(path, { method: "POST", body });
        if (!response.ok) return set(true);
        await catchUp();
        forms.current.delete(clientKey);
        setOutgoing((before) => before.filter((one) => one.clientKey !== clientKey));
      } catch {
        set(true);
      }
    },
    [path, catchUp],
  );

  const send = useCallback(
    (form: FormData) => {
      const clientKey = String(form.get("clientKey"));
      const file = form.get("file");
      const fileName = file instanceof File && file.name ? file.name : null;
      forms.current.set(clientKey, form);
      const body = String(form.get("body") ?? "").trim();
      setOutgoing((before) => [...before, { clientKey, body, fileName, isFailed: false }]);
      void post(clientKey);
    },
    [post],
  );

  const arrived = new Set(messages.map((one) => one.clientKey));
  const readers: RoomReader[] = loaded.readers.map((one) => ({
    ...one,
    readSequence: Math.max(one.readSequence, marks[one.userId] ?? 0),
  }));
  return {
    messages,
    readers,
    outgoing: outgoing.filter((one) => !arrived.has(one.clientKey)),
    send,
    retry: post,
  };
}

/** Both lists in order, each number once. */
function merge(loaded: readonly RoomMessage[], fresh: readonly RoomMessage[]): RoomMessage[] {
  const newest = loaded.at(-1)?.sequence ?? 0;
  const found = new Map(loaded.map((one) => [one.sequence, one]));
  for (const one of fresh) if (one.sequence > newest) found.set(one.sequence, one);
  return [...found.values()].sort((a, b) => a.sequence - b.sequence);
}
