import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';

/** Base of the classes that check the fields beside an uploaded file. */
export abstract class FileForm {
  /** Only documented here: it is read as a stream and never a field. */
  @Allow()
  @ApiProperty({ type: String, format: 'binary', description: 'Die Datei.' })
  file: never;
}
