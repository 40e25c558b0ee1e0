import type { FileTexts } from '../de/files';

export const files: FileTexts = {
  count: (count) => (count === 1 ? '1 file' : `${count} files`),
  title: 'Files',
  add: 'Choose files',
  drop: 'Drag files here, paste or',
  limit: (size, most) => `Up to ${size} each, at most ${most} files`,
  tooMany: (most) => `At most ${most} files a message.`,
  states: {
    sending: 'Uploading …',
    waiting: 'Will be uploaded once you are connected again',
    sent: 'Uploaded',
    failed: 'Not uploaded',
  },
  expired: 'it is gone. Please choose the file once more.',
  retry: (name) => `Upload "${name}" again`,
  missing: (name) => `"${name}" has not been uploaded. Try again, or remove the file.`,
  tooLarge: (name, size) => `"${name}" is larger than ${size}.`,
  dropped: (count) => (count === 1 ? '1 file added.' : `${count} files added.`),
  remove: (name) => `Remove "${name}"`,
};
