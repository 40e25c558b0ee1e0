import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/etag';
import { currentPasswordRequired, currentPasswordWrong, FreshProof } from '../../platform/http/fresh-proof';
import { Requires } from '../../platform/http/requires';
import { busy, emailTaken, notInvited } from '../auth';
import {
  CreateStaffUserDto,
  ListStaffUsersQuery,
  presentStaffUser,
  presentStaffUserPage,
  StaffUserDto,
  StaffUserListDto,
  UpdateStaffUserDto,
} from './dto/staff-user.dto';
import { lastAdmin } from './staff.errors';
import { StaffUsersService } from './staff-users.service';

@ApiTags('Mitarbeiter')
@Controller('api/v1/staff/users')
export class StaffUsersController {
  constructor(
    private readonly users: StaffUsersService,
    private readonly proof: FreshProof,
  ) {}

  @Get()
  @Requires('STAFF', {
    id: 'listStaffUsers',
    summary: 'Mitarbeiter auflisten',
    description: 'Nach Namen, zum Beispiel um die ID für eine Zuweisung zu finden.',
  })
  async list(@Query() query: ListStaffUsersQuery): Promise<StaffUserListDto> {
    return presentStaffUserPage(await this.users.page(query));
  }

  @Post()
  @Requires('ADMIN', {
    id: 'createStaffUser',
    summary: 'Mitarbeiter einladen',
    description:
      'Legt den Mitarbeiter an und sendet ihm seine Zugangsdaten. Ein Administrator verlangt Ihr Passwort in `currentPassword`.',
    creates: true,
    versioned: 'read',
    errors: [emailTaken, currentPasswordRequired, currentPasswordWrong, busy],
  })
  async create(@Body() { currentPassword, ...wanted }: CreateStaffUserDto): Promise<StaffUserDto> {
    return presentStaffUser(
      await this.users.create({ language: null, ...wanted }, await this.proof.of(currentPassword)),
    );
  }

  @Get(':id')
  @Requires('STAFF', {
    id: 'getStaffUser',
    summary: 'Mitarbeiter lesen',
    description: 'Mit dem Stand, den eine Änderung in If-Match nennt.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<StaffUserDto> {
    return presentStaffUser(await this.users.get(id));
  }

  @Patch(':id')
  @Requires('ADMIN', {
    id: 'updateStaffUser',
    summary: 'Mitarbeiter ändern, deaktivieren oder wieder einladen',
    description:
      'Rolle und Zustand wirken ab der nächsten Anfrage des Mitarbeiters. Eine andere E-Mail-Adresse, auch die eigene, und die Rolle ADMIN verlangen Ihr Passwort in `currentPassword`; eine Mail an die alte und die neue Adresse teilt den Wechsel mit.',
    versioned: 'edit',
    errors: [emailTaken, lastAdmin, currentPasswordRequired, currentPasswordWrong, busy],
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { currentPassword, ...changes }: UpdateStaffUserDto,
  ): Promise<StaffUserDto> {
    return presentStaffUser(
      await this.users.update(id, version, changes, await this.proof.of(currentPassword)),
    );
  }

  @Post(':id/credentials-mails')
  @Requires('ADMIN', {
    id: 'resendStaffCredentials',
    summary: 'Zugangsdaten erneut senden',
    description: 'Solange die Einladung offen ist; ältere Links werden ungültig.',
    status: 202,
    creates: true,
    errors: [notInvited],
  })
  async resend(@Param('id') id: string): Promise<StaffUserDto> {
    return presentStaffUser(await this.users.resendCredentials(id));
  }

  @Delete(':id/sessions')
  @Requires('ADMIN', {
    id: 'endStaffSessions',
    summary: 'Mitarbeiter überall abmelden',
    description:
      'Zum Beispiel nach dem Verlust eines Geräts; anmelden kann er sich danach wieder. Bei sich selbst alle Sitzungen außer dieser.',
    status: 204,
  })
  async endSessions(@Param('id') id: string): Promise<void> {
    await this.users.endSessions(id);
  }
}
