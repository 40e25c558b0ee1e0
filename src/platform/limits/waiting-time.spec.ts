import { waitingTime } from './waiting-time';

it.each([
  [1, 'in wenigen Sekunden', 'in a few seconds'],
  [10, 'in wenigen Sekunden', 'in a few seconds'],
  [11, 'in einer Minute', 'in a minute'],
  [60, 'in einer Minute', 'in a minute'],
  [61, 'in 2 Minuten', 'in 2 minutes'],
  [900, 'in 15 Minuten', 'in 15 minutes'],
  [3_000, 'in 50 Minuten', 'in 50 minutes'],
  [3_549, 'in etwa einer Stunde', 'in about an hour'],
  [3_601, 'in etwa 2 Stunden', 'in about 2 hours'],
  [72_000, 'in etwa 20 Stunden', 'in about 20 hours'],
  [72_001, 'in etwa einem Tag', 'in about a day'],
  [86_401, 'in etwa 2 Tagen', 'in about 2 days'],
])('%i seconds are said as people say them', (seconds, de, en) => {
  expect(waitingTime(seconds)).toEqual({ de, en });
});
