package org.clientele.platform.workbench;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

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
