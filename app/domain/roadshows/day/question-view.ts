import type { QuestionState } from "./roadshow-question-procedure";

export type ModeratedQuestion = {
  id: string;
  text: string;
  votes: number;
  state: string;
  /** The audience does not see the name; moderators do. */
  isAnonymous: boolean;
  askedAt: string;
  asker: string;
  organisation: string;
  projectNumber: number;
  projectTitle: string;
};

export type QuestionPage = {
  title: string;
  number: number;
  state: QuestionState;
  /** People with a seat at the stage only read. */
  mayModerate: boolean;
  counts: Record<QuestionState, number>;
  total: number;
  page: number;
  pages: number;
  questions: ModeratedQuestion[];
};
