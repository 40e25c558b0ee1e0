export { StaffModule } from './staff.module';
export { StaffReader } from './staff.reader';
export { StaffUsersService } from './staff-users.service';
