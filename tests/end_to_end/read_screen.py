# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses Diptych as a screen reader does, over AT-SPI: asks something and reads the answer.

Started by accessibility_test; ends with 0, or with the reason on standard error.
"""
import sys

import pyatspi
from gi.repository import Atspi, GLib

QUESTION = "What is a diptych?"
PROMPT_LINES = ["You", QUESTION]
ANSWER_LINES = ["Answer", "You said: " + QUESTION, "This answer came over HTTP."]
LONGEST_S = 120
STEP_MS = 20

announced = []
caret_moves = []


def check(truth, reason):
    if not truth:
        raise AssertionError(reason)


def descendants(accessible):
    yield accessible
    for child in accessible:
        if child:
            yield from descendants(child)


def find(root, role, name):
    for accessible in descendants(root) if root else ():
        if accessible.getRole() == role and accessible.name == name:
            return accessible
    return None


def program():
    desktop = pyatspi.Registry.getDesktop(0)
    for application in desktop:
        if application and application.name == "diptych":
            # Nothing is to be remembered: what is asked for is what is there now.
            Atspi.Accessible.set_cache_mask(application, Atspi.Cache.NONE)
            return application
    return None


def lines(message):
    """Line by line, each found from the end of the one before."""
    text = message.queryText()
    found, offset = [], 0
    while offset < text.characterCount:
        line, start, end = text.getTextAtOffset(offset, pyatspi.TEXT_BOUNDARY_LINE_START)
        check(start == offset and end > offset, f"a gap at {offset}: {start} to {end}")
        found.append(line.rstrip("\n"))
        offset = end
    return found


def check_geometry(message, window):
    """Characters stand in their message, one behind the other, lines below each other."""
    text = message.queryText()
    whole = text.getText(0, -1)
    outer = message.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    frame = window.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    first = text.getCharacterExtents(whole.index("said"), pyatspi.DESKTOP_COORDS)
    second = text.getCharacterExtents(whole.index("said") + 1, pyatspi.DESKTOP_COORDS)
    below = text.getCharacterExtents(whole.index("This"), pyatspi.DESKTOP_COORDS)
    check(first[2] > 2 and first[3] > 8, f"a character of {first}")
    check(second[0] >= first[0] + first[2] - 1 and second[1] == first[1], f"{first} {second}")
    check(below[1] >= first[1] + first[3] - 1, f"{first} {below}")
    for x, y, width, height in (first, second, below):
        check(outer.x <= x and x + width <= outer.x + outer.width, f"{outer} {x}")
        check(outer.y <= y and y + height <= outer.y + outer.height, f"{outer} {y}")
        check(frame.x <= x <= frame.x + frame.width, f"{frame} {x}")
    middle = (first[0] + first[2] // 4, first[1] + first[3] // 2)
    offset = text.getOffsetAtPoint(*middle, pyatspi.DESKTOP_COORDS)
    check(offset == whole.index("said"), f"{middle} is at {offset}")


def check_caret(message):
    text = message.queryText()
    place = text.getText(0, -1).index("answer came")
    check(text.setCaretOffset(place), "the caret cannot be set")
    yield lambda: text.caretOffset == place and place in caret_moves
    check(text.addSelection(place, place + 6), "nothing can be selected")
    yield lambda: text.getNSelections() == 1
    check(tuple(text.getSelection(0)) == (place, place + 6), str(text.getSelection(0)))
    check(message.getState().contains(pyatspi.STATE_SELECTED), "it is not selected")


def reader():
    """What is done, step by step; each `yield` waits until something is true."""
    yield lambda: find(program(), pyatspi.ROLE_LIST, "Transcript") is not None
    application = program()
    yield lambda: find(application, pyatspi.ROLE_TEXT, "Message") is not None
    find(application, pyatspi.ROLE_TEXT, "Message").queryEditableText().setTextContents(QUESTION)
    send = find(application, pyatspi.ROLE_PUSH_BUTTON, "Send")
    check(send, "there is no button to send")
    yield lambda: send.getState().contains(pyatspi.STATE_ENABLED)
    send.queryAction().doAction(0)

    yield lambda: announced
    transcript = find(application, pyatspi.ROLE_LIST, "Transcript")
    check(transcript.childCount == 2, f"{transcript.childCount} messages")
    prompt, answer = transcript[0], transcript[1]
    check(prompt.getRole() == pyatspi.ROLE_LIST_ITEM, prompt.getRoleName())
    check(prompt.name == "You: " + QUESTION, prompt.name)
    check(answer.name.startswith("Answer: You said: "), answer.name)
    check(answer.getIndexInParent() == 1, str(answer.getIndexInParent()))
    check(lines(prompt) == PROMPT_LINES, str(lines(prompt)))
    check(lines(answer) == ANSWER_LINES, str(lines(answer)))
    check_geometry(answer, application[0])
    yield from check_caret(answer)

    copy = find(answer, pyatspi.ROLE_PUSH_BUTTON, "Copy")
    check(copy and copy.queryAction().nActions > 0, "the answer has no button to copy it")
    check(copy.queryAction().doAction(0), "it cannot be pressed")
    # A focus that is set arrives as an event behind all that came before: no second announcement.
    answer.queryAction().doAction(0)
    yield lambda: answer.getState().contains(pyatspi.STATE_FOCUSED)
    check(len(announced) == 1, f"announced {announced}")
    check(announced[0].startswith("Answer complete: You said: " + QUESTION), announced[0])


def shown(event):
    if event.detail1 and event.source and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
        announced.append(event.source.name)


def main():
    pyatspi.Registry.registerEventListener(shown, "object:state-changed:showing")
    pyatspi.Registry.registerEventListener(
        lambda event: caret_moves.append(event.detail1), "object:text-caret-moved")
    steps = reader()
    waiting = {"for": next(steps), "number": 1}
    failure = []

    def step():
        try:
            if waiting["for"]():
                waiting["for"] = next(steps)
                waiting["number"] += 1
            return True
        except StopIteration:
            pass
        except GLib.Error:
            return True  # a part of the window that went while it was asked
        except Exception as error:  # noqa: BLE001 the reason is the result
            failure.append(f"{type(error).__name__}: {error}")
        pyatspi.Registry.stop()
        return False

    def too_long():
        failure.append(f"step {waiting['number']} did not come true, announced {announced}")
        pyatspi.Registry.stop()
        return False

    GLib.timeout_add(STEP_MS, step)
    GLib.timeout_add_seconds(LONGEST_S, too_long)
    pyatspi.Registry.start()
    if failure:
        sys.exit(failure[0])


if __name__ == "__main__":
    main()
