import { ShutdownState } from './shutdown-state';

describe('A shutdown', () => {
  const settled = async (promise: Promise<void>): Promise<boolean> => {
    let done = false;
    void promise.then(() => (done = true));
    await new Promise(setImmediate);
    return done;
  };

  it('is over at once where nothing is under way', async () => {
    const state = new ShutdownState();
    expect(state.isStopping).toBe(false);
    expect(await settled(state.begin())).toBe(true);
    expect(state.isStopping).toBe(true);
  });

  it('waits for every request that is under way', async () => {
    const state = new ShutdownState();
    state.requestStarted();
    state.requestStarted();
    const end = state.begin();
    expect(await settled(end)).toBe(false);
    state.requestFinished();
    expect(state.requestsUnderWay).toBe(1);
    expect(await settled(end)).toBe(false);
    state.requestFinished();
    expect(await settled(end)).toBe(true);
  });

  it('does not wait for what has been answered before', async () => {
    const state = new ShutdownState();
    state.requestStarted();
    state.requestFinished();
    expect(await settled(state.begin())).toBe(true);
  });

  it('has no arrivals when no request has come for a while', async () => {
    const state = new ShutdownState();
    expect(await settled(state.waitUntilNoArrivals())).toBe(true);
    state.arrived();
    const noArrivals = state.waitUntilNoArrivals();
    expect(await settled(noArrivals)).toBe(false);
    await noArrivals;
    expect(await settled(state.waitUntilNoArrivals())).toBe(true);
  });

  it('ends first what has no end of its own', async () => {
    const state = new ShutdownState();
    const ended: string[] = [];
    state.requestStarted();
    state.whenStopping(() => ended.push('one'));
    state.whenStopping(() => ended.push('two'));
    expect(ended).toEqual([]);
    void state.begin();
    expect(ended).toEqual(['one', 'two']);
  });
});
