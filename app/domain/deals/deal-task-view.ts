import type { DealTaskMove, DealTaskState } from "./deal-task-procedure";

export type TaskItem = {
  id: string;
  state: DealTaskState;
  title: string;
  note: string;
  assigneeId: string | null;
  assigneeName: string | null;
  dueOn: string | null;
  /** How the due date stands to today, while the task is open. */
  urgency: "OVERDUE" | "TODAY" | null;
  doneByName: string | null;
  doneAt: string | null;
  moves: DealTaskMove[];
  canChange: boolean;
};
