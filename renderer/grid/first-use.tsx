import { limits } from '../../shared/limits.ts';
import { binWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { runCommand } from '../commands/run-command.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FirstUsePicture } from './first-use-picture.tsx';

interface FirstUseProps {
  readonly isReadOnly: boolean;
  /** How many badges lie in the bin. */
  readonly binCount: number;
}

/**
 * The empty backpack: what it is for, one way to begin, and samples to look around with; of one whose badges are all in
 * the bin, where they are.
 */
export function FirstUse({ isReadOnly, binCount }: FirstUseProps) {
  if (binCount > 0) {
    return (
      <EmptyState
        picture={<FirstUsePicture />}
        title={binWords.allTitle}
        text={binWords.allText(binCount, limits.binDays)}
      >
        <Button kind="primary" icon="trash" onPress={() => runCommand('go.bin')}>
          {binWords.show}
        </Button>
        <Button kind="link" isDisabled={isReadOnly} onPress={() => runCommand('import.files')}>
          {uiWords.addBadges}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState picture={<FirstUsePicture />} title={uiWords.firstTitle} text={uiWords.firstText}>
      <Button kind="primary" icon="plus" isDisabled={isReadOnly} onPress={() => runCommand('import.files')}>
        {uiWords.addBadges}
      </Button>
      <Button kind="link" isDisabled={isReadOnly} onPress={() => runCommand('import.samples')}>
        {uiWords.firstSamples}
      </Button>
    </EmptyState>
  );
}
