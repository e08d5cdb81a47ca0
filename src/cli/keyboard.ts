import { emitKeypressEvents, type Key } from 'node:readline';
import { EXIT } from './exit.ts';

/** What the keyboard drives. */
interface Keyed {
  start(): Promise<void>;
  press(key: string): Promise<boolean>;
  draw(): void;
  end(): Promise<void>;
}

/**
 * Gives a session the keys that are pressed and the terminal's new sizes, until it ends; leaves the terminal as it was.
 *
 * @param begin makes the session, by what takes its errors: they are thrown here.
 */
export async function keyboard(begin: (fail: (error: unknown) => void) => Keyed): Promise<number> {
  const { stdin, stdout } = process;
  emitKeypressEvents(stdin);
  const listen = () => {
    stdin.setRawMode(true);
    stdout.write(PASTES);
  };
  const calm = () => {
    stdout.write(NO_PASTES);
    stdin.setRawMode(false);
  };
  // However this process ends.
  process.once('exit', calm);
  let fail!: (error: unknown) => void;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  const session = begin(fail);
  const resized = () => session.draw();
  const woken = () => {
    listen();
    session.draw();
  };
  process.on('SIGCONT', woken);
  listen();
  stdin.resume();
  stdout.on('resize', resized);
  try {
    const ended = new Promise<number>((resolve) => {
      let pasting = false;
      stdin.on('keypress', (_: unknown, { name = '', sequence = '', ctrl }: Key) => {
        // What is pasted was meant for an editor.
        if (name === 'paste-start' || name === 'paste-end') pasting = name === 'paste-start';
        else if (ctrl && (name === 'c' || name === 'd')) resolve(INTERRUPTED);
        else if (ctrl && name === 'z' && process.platform !== 'win32') {
          calm();
          // All that a shell has started with it, npx too: SIGCONT wakes them together.
          process.kill(0, 'SIGTSTP');
        } else if (!ctrl && !pasting) session.press(name || sequence).then((last) => last && resolve(EXIT.done), fail);
      });
      process.once('SIGINT', () => resolve(INTERRUPTED));
      process.once('SIGTERM', () => resolve(TERMINATED));
    });
    session.start().catch(fail);
    return await Promise.race([ended, failed]);
  } catch (error) {
    // Waited for: what is on its way would set this process's exit code when it ends.
    await session.end();
    throw error;
  } finally {
    void session.end();
    stdout.off('resize', resized);
    process.off('SIGCONT', woken);
    calm();
    stdin.pause();
  }
}

/** Has a terminal mark what is pasted, and no more. */
const [PASTES, NO_PASTES] = ['\u001b[?2004h', '\u001b[?2004l'];

/** As a shell reports of a process that a signal ended. */
const [INTERRUPTED, TERMINATED] = [130, 143];
