import type { keysSetting as de } from '../de/keys-setting';

export const keysSetting: typeof de = {
  title: 'Keyboard shortcuts',
  label: 'Use single keys as shortcuts',
  text: 'For example j and k in the inbox; press ? on any page to see them all.',
};
