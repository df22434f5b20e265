package org.clientele.platform.workbench;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;

/** A person at mouse and keyboard. */
final class Hands {
    private final Robot robot;

    Hands() {
        System.setProperty("java.awt.headless", "false");
        try {
            robot = new Robot();
        } catch (AWTException e) {
            throw new AssertionError("The display takes no input", e);
        }
    }

    void moveTo(Control control, int x, int y) {
        Point at = control.toDisplay(x, y);
        // A second, different event makes sure that the toolkit sees a move.
        robot.mouseMove(at.x - 1, at.y);
        robot.mouseMove(at.x, at.y);
        robot.waitForIdle();
    }

    void click(Control control, Rectangle place) {
        press(control, place, InputEvent.BUTTON1_DOWN_MASK);
    }

    void click(Control control, Rectangle place, int... keys) {
        for (int key : keys) {
            robot.keyPress(key);
        }
        click(control, place);
        for (int key : keys) {
            robot.keyRelease(key);
        }
    }

    void doubleClick(Control control, int x, int y) {
        moveTo(control, x, y);
        for (int i = 0; i < 2; i++) {
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        }
        robot.waitForIdle();
    }

    /** Presses at one place, moves in steps and lets go at another; the window sees each step, as it does with real hands. */
    void drag(Control control, int x, int y, int toX, int toY, int... keys) {
        moveTo(control, x, y);
        for (int key : keys) {
            robot.keyPress(key);
        }
        seen(control, SWT.MouseDown, () -> robot.mousePress(InputEvent.BUTTON1_DOWN_MASK));
        for (int i = 1; i <= 4; i++) {
            int nextX = x + (toX - x) * i / 4;
            int nextY = y + (toY - y) * i / 4;
            seen(control, SWT.MouseMove, () -> moveTo(control, nextX, nextY));
        }
        seen(control, SWT.MouseUp, () -> robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK));
        for (int key : keys) {
            robot.keyRelease(key);
        }
        robot.waitForIdle();
    }

    /** Presses at one place, moves to another and holds on there, until something was done. */
    void hold(Control control, int x, int y, int toX, int toY, Runnable meanwhile) {
        moveTo(control, x, y);
        seen(control, SWT.MouseDown, () -> robot.mousePress(InputEvent.BUTTON1_DOWN_MASK));
        for (int i = 1; i <= 4; i++) {
            int nextX = x + (toX - x) * i / 4;
            int nextY = y + (toY - y) * i / 4;
            seen(control, SWT.MouseMove, () -> moveTo(control, nextX, nextY));
        }
        meanwhile.run();
        seen(control, SWT.MouseUp, () -> robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK));
        robot.waitForIdle();
    }

    private static void seen(Control control, int event, Runnable deed) {
        boolean[] done = {false};
        Listener listener = e -> done[0] = true;
        control.addListener(event, listener);
        deed.run();
        OnScreen.await("event " + event + " at the control", () -> done[0]);
        control.removeListener(event, listener);
    }

    void middleClick(Control control, Rectangle place) {
        press(control, place, InputEvent.BUTTON2_DOWN_MASK);
    }

    private void press(Control control, Rectangle place, int button) {
        moveTo(control, place.x + place.width / 2, place.y + place.height / 2);
        robot.mousePress(button);
        robot.mouseRelease(button);
        robot.waitForIdle();
    }

    void wheel(int notches) {
        robot.mouseWheel(notches);
        robot.waitForIdle();
    }

    void key(int... codes) {
        for (int code : codes) {
            robot.keyPress(code);
        }
        for (int i = codes.length - 1; i >= 0; i--) {
            robot.keyRelease(codes[i]);
        }
        robot.waitForIdle();
    }

    void escape() {
        key(KeyEvent.VK_ESCAPE);
    }

    /** Keeps a picture of the whole screen, for people who look into a failure. */
    void photograph(String name) {
        try {
            Rectangle all = Display.getDefault().getBounds();
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            ImageIO.write(
                    robot.createScreenCapture(new java.awt.Rectangle(all.x, all.y, all.width, all.height)),
                    "png",
                    folder.resolve(name + ".png").toFile());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
