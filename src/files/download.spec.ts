import { attachmentDisposition } from './download';

it('names a file in both ways', () => {
  expect(attachmentDisposition('Prüfbericht (1).pdf')).toBe(
    `attachment; filename="Prufbericht (1).pdf"; filename*=UTF-8''Pr%C3%BCfbericht%20%281%29.pdf`,
  );
});

it('lets no name leave its quotation marks', () => {
  const disposition = attachmentDisposition('a"; filename="b\\.html');
  expect(disposition).toContain('filename="a_; filename=_b_.html";');
  expect(disposition.split('"')).toHaveLength(3);
});

it('has a plain name even where nothing remains of it', () => {
  expect(attachmentDisposition('日本')).toContain('filename="file"');
});
