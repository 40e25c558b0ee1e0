import { deflateRawSync, gzipSync } from 'node:zlib';

export interface HostileFile {
  /** What is wrong with it. */
  readonly what: string;
  /** The file's parameters of Content-Disposition, as they are sent. */
  readonly disposition: string;
  readonly declaredType: string;
  readonly bytes: Buffer;
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const SCRIPT = '<script>alert(document.domain)</script>';

/** Contents that some program runs, renders, unpacks or trips over. */
function contents(): [what: string, type: string, bytes: Buffer][] {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  return [
    ['SVG with a script', 'image/svg+xml', latin(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`)],
    ['SVG with an event', 'image/png', latin('<?xml version="1.0"?><svg onload="alert(1)"/>')],
    ['HTML', 'text/html', latin(`<!doctype html><html>${SCRIPT}</html>`)],
    ['HTML called a picture', 'image/jpeg', latin(`<html>${SCRIPT}</html>`)],
    ['HTML in UTF-16', 'text/plain', Buffer.from(`\ufeff<html>${SCRIPT}`, 'utf16le')],
    ['HTML in UTF-7', 'text/plain; charset=utf-7', latin('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')],
    ['GIF and script', 'image/gif', latin(`GIF89a/*${'\0'.repeat(20)}*/=1;alert(1)//`)],
    ['GIF and HTML', 'image/gif', latin(`GIF89a${SCRIPT}`)],
    ['PNG and HTML', 'image/png', Buffer.concat([png, latin(SCRIPT)])],
    [
      'PNG of a billion pixels',
      'image/png',
      Buffer.concat([png, Buffer.from('7fffffff7fffffff0802000000', 'hex')]),
    ],
    [
      'JPEG and HTML',
      'image/jpeg',
      Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), latin(SCRIPT)]),
    ],
    [
      'PDF with a script',
      'application/pdf',
      latin('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'),
    ],
    ['PDF and HTML', 'text/html', latin(`%PDF-1.4\n<html>${SCRIPT}`)],
    [
      'XML with a foreign entity',
      'application/xml',
      latin('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    ],
    [
      'XML that grows',
      'text/xml',
      latin('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><l>&b;</l>'),
    ],
    ['PHP', 'application/x-php', latin('<?php system($_GET["c"]); ?>')],
    ['JSP', 'text/plain', latin('<%@ page import="java.io.*" %><% Runtime.getRuntime(); %>')],
    ['shell script', 'application/x-sh', latin('#!/bin/sh\nid > /tmp/owned\n')],
    ['Windows program', 'image/png', latin(`MZ\x90\0${'\0'.repeat(60)}PE\0\0`)],
    ['Linux program', 'application/octet-stream', latin('\x7fELF\x02\x01\x01' + '\0'.repeat(60))],
    [
      'EICAR',
      'text/plain',
      latin('X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
    ],
    ['zip bomb', 'application/zip', zip('bomb.txt', Buffer.alloc(20_000_000))],
    ['zip with a path', 'application/zip', zip('../../../../etc/cron.d/x', latin('* * * * * root id'))],
    ['zip with a lie', 'application/zip', zip('a.txt', Buffer.alloc(100), 0xffffffff)],
    ['zip with a macro', 'application/vnd.ms-word', zip('word/vbaProject.bin', latin('macro'))],
    ['gzip bomb', 'application/gzip', gzipSync(Buffer.alloc(20_000_000))],
    ['tar with a link', 'application/x-tar', tarLink()],
    ['table with a formula', 'text/csv', latin('=cmd|\' /C calc\'!A0,"@SUM(1)"\n')],
    ['nothing', 'text/plain', Buffer.alloc(0)],
    ['one NUL', 'text/plain', Buffer.alloc(1)],
    ['broken UTF-8', 'text/plain; charset=utf-8', Buffer.from('c3280aedA0800a', 'hex')],
    [
      'lines of the form itself',
      'text/plain',
      latin('\r\n--hostile\r\nContent-Disposition: form-data; name="visibility"\r\n\r\nINTERNAL'),
    ],
    ['a type with a line break', 'text/html\tX-Injected: 1', latin(SCRIPT)],
    ['a type without end', `image/${'x'.repeat(3_000)}`, latin('x')],
  ];
}

const NAMES: readonly [what: string, disposition: string][] = [
  ['climbing', 'filename="../../../../etc/cron.d/evil"'],
  ['climbing in Windows', 'filename="..\\\\..\\\\Windows\\\\win.ini"'],
  ['absolute', 'filename="/etc/passwd"'],
  ['encoded', 'filename="%2e%2e%2f%2e%2e%2fetc%2fpasswd"'],
  ['right to left', 'filename="rechnung\u202efdp.exe"'],
  ['invisible', 'filename="rech\u200bnung\u2066.pdf"'],
  ['two endings', 'filename="bild.php.jpg"'],
  ['a NUL', 'filename="bild.php\0.jpg"'],
  ['a line break', 'filename="a\u0085X-Injected: 1.txt"'],
  ['quotes', 'filename="a\\"; filename=\\"evil.html"'],
  ['markup', 'filename="<img src=x onerror=alert(1)>.txt"'],
  ['two names', 'filename="a.txt"; filename*=UTF-8\'\'evil.html'],
  ['a broken extended name', "filename*=UTF-8''%ff%fe%zz"],
  ['extended climbing', "filename*=UTF-8''..%2f..%2fetc%2fpasswd"],
  ['very long', `filename="${'ä'.repeat(1_500)}.pdf"`],
  ['empty', 'filename=""'],
  ['dots', 'filename=".."'],
  ['settings of a server', 'filename=".htaccess"'],
  ['device', 'filename="CON.txt"'],
  ['formula', 'filename="=cmd|calc.csv"'],
  ['template', 'filename="{{7*7}}${7*7}.txt"'],
  ['half a character', 'filename="a\\ud800.txt"'],
  ['emoji', 'filename="👩‍👩‍👧‍👦.svg"'],
  ['option', 'filename="-rf *.txt"'],
];

/** Each content under some names, in the same order each time. */
export function hostileFiles(limit: number, count: number): HostileFile[] {
  const all = contents();
  const files = Array.from({ length: count - 3 }, (_, i): HostileFile => {
    const [what, declaredType, bytes] = all[i % all.length]!;
    const [name, disposition] = NAMES[(i + Math.floor(i / all.length) * 5) % NAMES.length]!;
    return { what: `${what}, name: ${name}`, disposition, declaredType, bytes };
  });
  const sized = [limit - 1, limit, limit + 1].map((size): HostileFile => ({
    what: `${size - limit} bytes beyond the limit`,
    disposition: 'filename="gross.bin"',
    declaredType: 'application/octet-stream',
    bytes: Buffer.alloc(size, 7),
  }));
  return [...files, ...sized];
}

/** An archive with one file, without a checksum: nobody is to get that far. */
function zip(name: string, content: Buffer, size = content.length): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, latin(name), packed]);
}

function tarLink(): Buffer {
  const block = Buffer.alloc(512);
  block.write('link', 0);
  block.write('0000777', 100);
  block.write('2', 156);
  block.write('/etc/passwd', 157);
  block.write('ustar', 257);
  return Buffer.concat([block, Buffer.alloc(1024)]);
}
