package org.clientele.platform.workbench.page;

import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** One of the buttons in the last row of a dialog, all of them of one width. */
public final class DialogButton {
    private static final int WIDTH = 96;

    private DialogButton() {}

    /** Adds one to a row that is laid out as a grid. */
    public static Button in(Composite row, String text, SwtResources fonts, Runnable action) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(text);
        button.setFont(fonts.nativeFont(13, Weight.MEDIUM));
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = WIDTH;
        button.setLayoutData(wide);
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }
}
