import {
  Apple,
  Baby,
  Ban,
  Brain,
  CirclePlay,
  CircleQuestionMark,
  Clock,
  Coffee,
  Droplet,
  FileText,
  Flower2,
  Gauge,
  HandHeart,
  Heart,
  Hourglass,
  IndianRupee,
  Lightbulb,
  type LucideIcon,
  MessageCircle,
  Microscope,
  Moon,
  Phone,
  Pill,
  Scale,
  Search,
  Shield,
  Signpost,
  Sprout,
  Stethoscope,
  TestTube,
  Thermometer,
  TriangleAlert,
  Users,
} from 'lucide-react';
import type { ScreenIcon } from '#core/domain/packScreen.ts';
import css from './patientScreen.module.css';

const ICONS: Record<ScreenIcon, LucideIcon> = {
  baby: Baby,
  blood: Droplet,
  breakfast: Coffee,
  call: Phone,
  care: HandHeart,
  choice: Signpost,
  cost: IndianRupee,
  doctor: Stethoscope,
  embryo: Sprout,
  fever: Thermometer,
  food: Apple,
  heart: Heart,
  idea: Lightbulb,
  look: Search,
  mood: Brain,
  no: Ban,
  paper: FileText,
  pill: Pill,
  pressure: Gauge,
  question: CircleQuestionMark,
  scales: Scale,
  shield: Shield,
  sleep: Moon,
  start: CirclePlay,
  study: Microscope,
  talk: MessageCircle,
  tests: TestTube,
  time: Clock,
  together: Users,
  wait: Hourglass,
  warning: TriangleAlert,
  womb: Flower2,
};

/** The picture beside a point; its words say the same, so it is hidden from screen readers. */
export function PointIcon({ icon }: { icon: ScreenIcon }) {
  const Icon = ICONS[icon];
  return (
    <span className={css.picture} aria-hidden="true">
      <Icon strokeWidth={1.75} />
    </span>
  );
}
