/** What a form of this area needs of a refused submission: kept values and messages. */
export type FormView = {
  error(name: string): string | undefined;
  value(name: string, stored?: string): string;
  values(name: string, stored?: readonly string[]): string[];
};
