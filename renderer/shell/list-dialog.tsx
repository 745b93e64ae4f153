// A dialog with a list from which one line is chosen: by arrow keys and Enter, by the key beside it, or with the mouse.
import { ListBox } from "@heroui/react/list-box";
import { Modal } from "@heroui/react/modal";
import type { KeyboardEvent, ReactElement, ReactNode } from "react";
import { keyOfLine, lineOfPress } from "./list-keys.ts";
import "./dialog.css";

export interface Line {
  readonly id: string;
  /** what readers hear and typing finds */
  readonly text: string;
  readonly shown: ReactNode;
  readonly testId?: string;
}

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly testId: string;
  readonly lines: readonly Line[];
  readonly lineClass: string;
  /** in place of the list where it has no lines */
  readonly whenEmpty?: ReactNode;
  readonly note?: ReactNode;
  readonly footer?: ReactNode;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

export function ListDialog(props: Props): ReactElement {
  const { title, lines } = props;
  const choose = (id: string): void => {
    props.onClose();
    props.onChoose(id);
  };
  // Before the list itself, which would look for a line that begins with the letter.
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = lines[lineOfPress(event) ?? -1];
    if (chosen === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(chosen.id);
  };
  return (
    <Modal.Backdrop isOpen onOpenChange={(open) => open || props.onClose()}>
      <Modal.Container placement="top" size="md">
        <Modal.Dialog aria-label={title} data-testid={props.testId}>
          <Modal.CloseTrigger aria-label={props.closeLabel} />
          <Modal.Header>
            <Modal.Heading>{title}</Modal.Heading>
          </Modal.Header>
          <Modal.Body onKeyDownCapture={onKeyDown}>
            {lines.length === 0 ? (
              props.whenEmpty
            ) : (
              <ListBox
                aria-label={title}
                autoFocus="first"
                escapeKeyBehavior="none"
                onAction={(key) => choose(String(key))}
                className="rules-list"
              >
                {lines.map(({ id, text, shown, testId }, at) => (
                  <ListBox.Item key={id} id={id} textValue={text} className={props.lineClass} data-testid={testId}>
                    {keyOfLine(at) === undefined ? <span /> : <kbd className="key">{keyOfLine(at)}</kbd>}
                    {shown}
                  </ListBox.Item>
                ))}
              </ListBox>
            )}
            {props.note}
          </Modal.Body>
          {props.footer === undefined ? null : <Modal.Footer>{props.footer}</Modal.Footer>}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
