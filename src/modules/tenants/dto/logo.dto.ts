import { FileForm } from '../../../files/file-form';

export class PutLogoDto extends FileForm {}

/** Was vom Logo bekannt ist, bevor es geladen ist. */
export class LogoDto {
  /** Wechselt mit dem Inhalt; so angefragt (`?v=…`), darf der Browser das Logo behalten. */
  version: string;
  /** Pixel. @example 320 */
  width: number;
  /** Pixel. @example 80 */
  height: number;
}
