export { FirstStepsService } from './first-steps.service';
export { FirstStepsModule } from './first-steps.module';
