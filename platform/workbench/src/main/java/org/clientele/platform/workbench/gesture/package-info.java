/** What a person does with a picture, as values: what is in view, how it is turned, which step is shown. */
@NullMarked
package org.clientele.platform.workbench.gesture;

import org.jspecify.annotations.NullMarked;
