import { z } from 'zod';
import { limits } from '../../shared/limits.ts';

/** The files that a second instance handed over. Any program of this person may pretend to be one. */
export function filesOfSecondInstance(data: unknown): readonly string[] {
  const parsed = secondInstance.safeParse(data);
  return parsed.success ? parsed.data.files : [];
}

const secondInstance = z.object({ files: z.array(z.string().min(1).max(32_768)).max(limits.importFiles) });
