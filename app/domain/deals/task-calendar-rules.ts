import type { TaskItem } from "./deal-task-view";

type Entry = Pick<TaskItem, "id" | "title" | "note" | "dueOn">;

/**
 * Tasks with a due date as all-day entries in an iCalendar file (RFC 5545): texts escaped, lines
 * folded at 75 octets, CRLF.
 */
export function taskCalendar(tasks: readonly Entry[], now: Date): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//grand-market//deal rooms//ZH"];
  for (const { id, title, note, dueOn } of tasks) {
    if (!dueOn) continue;
    lines.push(
      "BEGIN:VEVENT",
      `UID:${id}@grand-market`,
      `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d{3}/g, "")}`,
      `DTSTART;VALUE=DATE:${dueOn.replaceAll("-", "")}`,
      `SUMMARY:${escapeText(title)}`,
      ...(note ? [`DESCRIPTION:${escapeText(note)}`] : []),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n|\r/g, "\\n");
}

/** At most 75 octets a line, never through a character; a continuation starts with a space. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const octets = new TextEncoder().encode(character).length;
    if (size + octets > 74) {
      parts.push(part);
      part = "";
      size = 0;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join("\r\n ");
}
