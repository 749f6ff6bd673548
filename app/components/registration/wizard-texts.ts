/**
 * Key of an answer's text. Answers are data of the rules, so the compiler cannot see that each has
 * its text; a test of the rules' texts does.
 */
export function answerKey(question: string, answer: string) {
  return `answer.${question}.${answer}` as "answer.novelty.existing";
}
