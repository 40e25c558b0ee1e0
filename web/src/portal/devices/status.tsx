import { Archive, CircleCheck, type LucideIcon, Package } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDeviceTexts } from '../../i18n/device-texts';
import { Pill, type Tone } from '../../ui/feedback';
import type { Device } from './queries';

const LOOKS: Record<Device['status'], { tone: Tone; icon: LucideIcon }> = {
  IN_USE: { tone: 'good', icon: CircleCheck },
  IN_STOCK: { tone: 'info', icon: Package },
  RETIRED: { tone: 'neutral', icon: Archive },
};

export function DeviceStatusPill({ status }: Pick<Device, 'status'>): ReactNode {
  const { status: texts } = useDeviceTexts();
  return <Pill {...LOOKS[status]}>{texts[status]}</Pill>;
}
