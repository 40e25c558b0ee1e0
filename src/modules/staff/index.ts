export { StaffModule } from './staff.module';
export { StaffReader } from './staff.reader';
export { type NewStaffUser, StaffUsersService } from './staff-users.service';
