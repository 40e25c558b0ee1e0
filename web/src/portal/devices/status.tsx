import { Archive, CircleCheck, type LucideIcon, Package } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Pill, type Tone } from '../../ui/feedback';
import type { Device } from './queries';

const LOOKS: Record<Device['status'], { tone: Tone; icon: LucideIcon }> = {
  IN_USE: { tone: 'good', icon: CircleCheck },
  IN_STOCK: { tone: 'info', icon: Package },
  RETIRED: { tone: 'neutral', icon: Archive },
};

export function DeviceStatusPill({ status }: Pick<Device, 'status'>): ReactNode {
  const { devices } = useTexts();
  return <Pill {...LOOKS[status]}>{devices.status[status]}</Pill>;
}
