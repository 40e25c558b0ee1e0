import { Global, Module } from '@nestjs/common';
import { FreshProof } from '../../platform/http/fresh-proof';
import { AuthModule } from './auth.module';
import { Reauthentication } from './reauthentication';

/** Lets every module ask for the password once more, also those on which this one is built. */
@Global()
@Module({
  imports: [AuthModule],
  providers: [{ provide: FreshProof, useExisting: Reauthentication }],
  exports: [FreshProof],
})
export class FreshProofModule {}
