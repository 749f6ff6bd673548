import { Timeline } from "~/components/ui/timeline";

type Entry = { id: string; move: string; at: string; actorName: string | null; note: string };

/** Moves of a profile or mandate, newest first. */
export function MoveTimeline({
  entries,
  text,
}: {
  entries: readonly Entry[];
  text: (move: string) => string;
}) {
  return (
    <Timeline
      items={entries.map((entry) => ({
        id: entry.id,
        title: text(entry.move),
        at: entry.at,
        actor: entry.actorName ?? undefined,
        note: entry.note || undefined,
      }))}
    />
  );
}
