package org.clientele.platform.workbench;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps a picture of the screen in target/screenshots when a test fails, before its window is closed. */
final class PictureOfFailure implements AfterTestExecutionCallback {
    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            new Hands().photograph(context.getRequiredTestMethod().getName());
        }
    }
}
