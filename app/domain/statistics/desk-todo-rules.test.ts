import { describe, expect, it } from "vitest";
import { isUrgent, rankTodos, type Todo, type TodoKind } from "./desk-todo-rules";

const now = new Date("2026-11-22T02:00:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const todo = (kind: TodoKind, dueAt: Date | null = null): Todo => ({
  id: `${kind}-${dueAt?.getTime() ?? ""}`,
  kind,
  dueAt,
  href: "/desk",
});
const kinds = (todos: Todo[]) => rankTodos(todos, now).map((one) => one.kind);

describe("rankTodos", () => {
  it("puts what is due first, the most overdue at the top", () => {
    const ranked = rankTodos(
      [
        todo("organisationMissing"),
        todo("listingExpiring", inHours(40)),
        todo("introductionAnswer", inHours(-3)),
      ],
      now,
    );
    expect(ranked.map((one) => one.kind)).toEqual([
      "introductionAnswer",
      "listingExpiring",
      "organisationMissing",
    ]);
  });

  it("goes by importance when nothing presses", () => {
    expect(
      kinds([todo("notifications"), todo("draft"), todo("listingReturned", inHours(200))]),
    ).toEqual(["listingReturned", "draft", "notifications"]);
  });

  it("sorts the same kind by its clock", () => {
    const late = todo("introductionAnswer", inHours(90));
    const soon = todo("introductionAnswer", inHours(60));
    expect(rankTodos([late, soon], now)).toEqual([soon, late]);
  });

  it("leaves its argument alone", () => {
    const given = [todo("draft"), todo("organisationMissing")];
    rankTodos(given, now);
    expect(given[0]?.kind).toBe("draft");
  });
});

describe("isUrgent", () => {
  it("is the last two days and everything overdue", () => {
    expect(isUrgent({ dueAt: inHours(48) }, now)).toBe(true);
    expect(isUrgent({ dueAt: inHours(49) }, now)).toBe(false);
    expect(isUrgent({ dueAt: inHours(-500) }, now)).toBe(true);
    expect(isUrgent({ dueAt: null }, now)).toBe(false);
  });
});
