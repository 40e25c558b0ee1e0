import type { merge as de } from '../de/merge';

export const merge: typeof de = {
  title: (number) => `Merge ${number}`,
  other: (customer) => `The other ticket of ${customer}`,
  otherHint: 'Number or keyword',
  noOther: 'No other ticket of this customer was found.',
  another: 'Choose another',
  which: 'In which one does it go on?',
  preview: 'What will happen',
  ends: (second, first) => `${second} is closed and goes on in ${first}. That cannot be undone.`,
  together: (first) => `Answers, notes and files of both are in ${first} afterwards.`,
  joining: (names, first) => `They follow ${first} from then on, too: ${names}.`,
  without: (names, second) =>
    `What is in ${second} is still seen only by those who could see it; as a user not by: ${names}.`,
  mail: (second) => `Those who had ${second} are told by mail where it goes on.`,
  submit: 'Merge',
  done: (second, first) => `${second} now goes on in ${first}.`,
};
